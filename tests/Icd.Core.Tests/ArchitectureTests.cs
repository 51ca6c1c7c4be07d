using System.Reflection;
using System.Runtime.CompilerServices;
using Icd.Core.Codes;

namespace Icd.Core.Tests;

/// <summary>Rules of the project that a compiler does not check.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Icd11Code).Assembly;

    private static IEnumerable<Type> PublicTypes => Core.GetExportedTypes();

    [Fact]
    public void References_AreDotNetItselfOnly()
    {
        var names = Core.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches(@"^(System(\..+)?|netstandard|mscorlib|Microsoft\.Win32\..+)$", name));
    }

    [Fact]
    public void PublicStructs_AreReadOnly()
    {
        var structs = PublicTypes.Where(type => type.IsValueType && !type.IsEnum && !IsEnumerator(type)).ToList();
        Assert.Contains(typeof(Icd11Code), structs);
        Assert.All(structs, type => Assert.True(type.IsDefined(typeof(IsReadOnlyAttribute)), $"{type} can be changed"));
    }

    /// <summary>An enumerator moves; it is never stored, because it can live on the stack only.</summary>
    private static bool IsEnumerator(Type type) => type.IsByRefLike && type.GetMethod("MoveNext") is not null;

    [Fact]
    public void PublicClasses_AreSealedOrAbstract()
    {
        // A static class is both.
        var classes = PublicTypes.Where(type => type.IsClass).ToList();
        Assert.Contains(typeof(CodeFormatException), classes);
        Assert.All(classes, type => Assert.True(type.IsSealed || type.IsAbstract, $"{type} can be derived from"));
    }

    [Fact]
    public void PublicFields_AreConstants() =>
        Assert.All(
            PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields()),
            field => Assert.True(field.IsLiteral || field.IsInitOnly, $"{field.DeclaringType}.{field.Name} can be changed"));

    [Fact]
    public void PublicEnums_NumberNothingTwice() =>
        Assert.All(PublicTypes.Where(type => type.IsEnum), type =>
        {
            var numbers = Enum.GetValuesAsUnderlyingType(type).Cast<object>().ToList();
            Assert.True(numbers.Count == numbers.Distinct().Count(), type.ToString());
        });

    [Fact]
    public void Namespaces_FollowFolders() =>
        Assert.All(PublicTypes, type => Assert.Contains(type.Namespace, (string[])["Icd.Core.Codes", "Icd.Core.Expressions", "Icd.Core.Postcoordination", "Icd.Core.Releases", "Icd.Core.Sanctioning"]));
}
