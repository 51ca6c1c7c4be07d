using System.Text.Json;
using System.Text.RegularExpressions;

namespace Icd.Api.Tests.Fhir;

/// <summary>Finds values in a FHIR resource, for tests that say what they expect in a line.</summary>
/// <remarks>
/// <c>a.b</c> is member b of member a; arrays are walked through. <c>a[b=x]</c> keeps what has a value x at b, <c>a[0]</c> the first. <c>value</c> is any <c>value[x]</c>.
/// Shorthands: <c>$name</c> a parameter's value, <c>prop(p)</c> a property's value in $lookup, <c>sub(p,s)</c> its subproperty's, <c>issue</c> the issues, wherever they are,
/// <c>tx</c> their tx-issue-types, <c>all</c> the members of an expansion at any depth.
/// </remarks>
internal static partial class FhirPlace
{
    public static IReadOnlyList<JsonElement> Find(JsonElement root, string place)
    {
        var issues = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("resourceType", out var type) && type.GetString() == "OperationOutcome" ? "issue" : "parameter[name=issues].resource.issue";
        place = Parameter().Replace(place, "parameter[name=$1].value");
        place = SubProperty().Replace(place, "parameter[name=property][part[name=code].value=$1].part[name=subproperty][part[name=code].value=$2].part[name=value].value");
        place = Property().Replace(place, "parameter[name=property][part[name=code].value=$1].part[name=value].value");
        place = place == "tx" ? issues + ".details.coding.code" : place.StartsWith("issue", StringComparison.Ordinal) && !place.StartsWith("issues", StringComparison.Ordinal) ? issues + place["issue".Length..] : place;
        if (place.StartsWith("all", StringComparison.Ordinal)) return [.. AllMembers(root.TryGetProperty("expansion", out var expansion) ? expansion : root).SelectMany(member => Walk([member], place.Length > 3 ? place[4..] : ""))];
        return Walk([root], place);
    }

    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static IEnumerable<JsonElement> AllMembers(JsonElement parent)
    {
        if (!parent.TryGetProperty("contains", out var members)) yield break;
        foreach (var member in members.EnumerateArray())
        {
            yield return member;
            foreach (var below in AllMembers(member)) yield return below;
        }
    }

    private static List<JsonElement> Walk(List<JsonElement> from, string place)
    {
        var at = 0;
        while (at < place.Length)
        {
            if (place[at] == '.')
            {
                at++;
            }
            else if (place[at] == '[')
            {
                var end = Closing(place, at);
                from = Keep(from, place[(at + 1)..end]);
                at = end + 1;
            }
            else
            {
                var end = place.AsSpan(at).IndexOfAny('.', '[') is >= 0 and var length ? at + length : place.Length;
                from = [.. from.SelectMany(element => Members(element, place[at..end])).SelectMany(Flat)];
                at = end;
            }
        }

        return from;
    }

    private static List<JsonElement> Keep(List<JsonElement> from, string condition)
    {
        if (int.TryParse(condition, out var index)) return index < from.Count ? [from[index]] : [];
        var equals = LastEqualsOutside(condition);
        return from.FindAll(element => Walk([element], condition[..equals]).Exists(value => Text(value) == condition[(equals + 1)..]));
    }

    private static IEnumerable<JsonElement> Members(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) yield break;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == name || (name == "value" && property.Name.StartsWith("value", StringComparison.Ordinal))) yield return property.Value;
        }
    }

    private static IEnumerable<JsonElement> Flat(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];

    private static int Closing(string place, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            if (place[i] == '[') depth++;
            else if (place[i] == ']' && --depth == 0) return i;
        }
    }

    private static int LastEqualsOutside(string condition)
    {
        var depth = 0;
        for (var i = 0; i < condition.Length; i++)
        {
            if (condition[i] == '[') depth++;
            else if (condition[i] == ']') depth--;
            else if (condition[i] == '=' && depth == 0) return i;
        }

        throw new FormatException($"There is no = in [{condition}].");
    }

    [GeneratedRegex(@"^\$([\w-]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^prop\((\w+)\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"^sub\((\w+),([\w.]+)\)")]
    private static partial Regex SubProperty();
}
