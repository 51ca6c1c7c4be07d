using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Postcoordination;

public class AllowedValuesTests
{
    private const string Rows = "NA10|specificAnatomy|no|always|#320 -XA12;NA10|laterality|yes|no|#310;NA10|hasCausingCondition|no|always|ch:22";

    private static readonly StemAxes Axes = SmallMms.Axes(Rows, Draft());
    private static readonly IReadOnlyList<AllowedAxis> Allowed = new AllowedValues(Axes).Of(Axes.Release.Find("NA10"));

    private static ReleaseDraft Draft()
    {
        var draft = SmallMms.Draft();
        draft.Languages.Add("nb");
        foreach (var (code, title) in new[] { ("XA10", "Arm"), ("XA11", "Albue"), ("XA21", "Kne, høyre side av"), ("XK8G", "Venstre") })
            draft.Entities.First(entity => entity.Code == code).Titles["nb"] = title;
        draft.Entities.First(entity => entity.Code == "XA11").Terms.Add(new(TermKind.Synonym, "nb", "olecranon", default, Sample.Authored));
        return draft;
    }

    private static AllowedAxis Axis(string name) => Allowed.Single(axis => axis.Axis.Name == name);

    [Fact]
    public void Of_Stem_HasAxesInOrderWithLabels()
    {
        Assert.Equal(["laterality!", "specificAnatomy", "hasCausingCondition"], Allowed.Select(axis => axis.Axis.Name + (axis.IsRequired ? "!" : "")));
        Assert.Equal(("Anatomy", "Anatomi"), (Axis("specificAnatomy").Label(MessageLanguage.English), Axis("specificAnatomy").Label(MessageLanguage.Bokmal)));
        Assert.Equal(AllowMultipleValues.NotAllowed, Axis("laterality").AllowMultipleValues);
    }

    [Fact]
    public void Roots_HeadingsAreNoValues()
    {
        var root = Assert.Single(Axis("specificAnatomy").Roots);
        Assert.Equal((320u, false, true), (root.Entity.Id, root.MayBeChosen, root.HasChildren));
        Assert.Equal(["XA10", "XA20"], Axis("specificAnatomy").Children(root.Entity).Select(value => value.Entity.Code));
        // The wrist is taken out by the rule.
        Assert.Equal(["XA11 Elbow Albue"], Axis("specificAnatomy").Children(Axes.Release.Find("XA10")).Select(value => $"{value.Entity.Code} {value.English.Text} {value.Bokmal.Text}"));
    }

    public static TheoryData<string, string, string> Texts => new()
    {
        { "arm", "XA10", "the title" },
        { "ARM", "XA10", "whatever the case" },
        { "alb", "XA11", "the beginning of a word in bokmål" },
        { "elb", "XA11", "in English" },
        { "olec", "XA11", "of a synonym" },
        { "hoyre kne", "XA21", "words in any order, ø as o" },
        { "xa21", "XA21", "a code" },
        { "knee", "XA21", "the English title where there is another" },
        { "wrist", "", "taken out by the rule" },
        { "left", "", "on another axis" },
        { "lbow", "", "not the beginning" },
        { " ", "", "nothing" },
        { "&%", "", "no word" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Find_Text_FindsValues(string text, string expected, string why) =>
        Assert.Equal($"{why}: {expected}", $"{why}: {string.Join(' ', Axis("specificAnatomy").Find(text).Select(value => value.Entity.Code))}");

    [Fact]
    public void Find_Several_BestFirstUpToTheLimit()
    {
        var draft = SmallMms.Draft();
        var anatomy = draft.Entities.First(entity => entity.Id == 320);
        draft.Add(anatomy, "XA30", 350, "Bone of upper arm");
        draft.Add(anatomy, "XA31", 351, "Arm bone");
        var axes = SmallMms.Axes(Rows, draft);
        var axis = new AllowedValues(axes).Of(axes.Release.Find("NA10")).Single(axis => axis.Axis.Name == "specificAnatomy");
        Assert.Equal(["XA10", "XA31", "XA30"], axis.Find("arm").Select(value => value.Entity.Code));
        Assert.Equal(["XA10", "XA31"], axis.Find("arm", 2).Select(value => value.Entity.Code));
        Assert.Empty(axis.Find("arm", 0));
    }

    [Fact]
    public void Everything_Offered_IsAccepted()
    {
        var validator = new ExpressionValidator(Axes);
        var offered = 0;
        foreach (var axis in Allowed)
        {
            var open = new Queue<AllowedValue>(axis.Roots);
            while (open.TryDequeue(out var value))
            {
                foreach (var child in axis.Children(value.Entity)) open.Enqueue(child);
                if (!value.MayBeChosen) continue;
                offered++;
                var stem = new ClusterExpression(Axes.Release.Find("NA10").Icd11Code);
                var expression = axis.Axis.TakesStems ? stem.WithStem(value.Entity.Icd11Code) : stem.WithExtension(value.Entity.Icd11Code);
                Assert.True(validator.Validate(in expression).Kind is VerdictKind.Valid or VerdictKind.Incomplete, expression.ToString());
            }
        }

        Assert.Equal(11, offered);
    }

    [Fact]
    public void Of_StemItself_IsNotOffered() =>
        Assert.DoesNotContain(Axis("hasCausingCondition").Find("fracture"), value => value.Entity.Code == "NA10");
}
