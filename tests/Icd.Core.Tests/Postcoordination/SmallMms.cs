using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Postcoordination;

/// <summary>A made-up MMS release with enough of chapter X for every rule of postcoordination.</summary>
/// <remarks>
/// <code>
/// 01 Infections                 (100)   1A00 Cholera (101)
/// 22 Injuries                   (200)   NA10 Fracture (201), NA10.0 Fracture of arm (202), NA10.00 Fracture of elbow (203),
///                                       NA10.Z (201/unspecified), NA20 Burn (204), NA30 Wound (205)
/// X  Extension codes            (300)
///    Laterality (310)                   XK8G Left (311), XK9K Right (312)
///    Anatomy (320)                      XA10 Arm (321): XA11 Elbow (322), XA12 Wrist (323); XA20 Leg (324): XA21 Knee (325)
///    Severity (330)                     XS5W Mild (331), XS25 Severe (332)
///    Diagnosis code descriptors         XY0Y Main condition (341), XY1Y Provisional (342)
/// </code>
/// </remarks>
internal static class SmallMms
{
    public const string Header = "scope\taxis\trequired\tmultiple\tvalues\tcomment\n";

    public static ReleaseDraft Draft(ReleaseKey? key = null)
    {
        var draft = Sample.Empty(key ?? Sample.Key, "en");
        draft.Sources.Add(Sample.Authored);
        var infections = draft.Add(null, "01", 100, "Infections", EntityKind.Chapter);
        draft.Add(infections, "1A00", 101, "Cholera");
        var injuries = draft.Add(null, "22", 200, "Injuries", EntityKind.Chapter);
        var fracture = draft.Add(injuries, "NA10", 201, "Fracture");
        draft.Add(draft.Add(fracture, "NA10.0", 202, "Fracture of arm"), "NA10.00", 203, "Fracture of elbow");
        draft.Add(fracture, "NA10.Z", 201, "Fracture, unspecified").Residual = Residual.Unspecified;
        draft.Add(injuries, "NA20", 204, "Burn");
        draft.Add(injuries, "NA30", 205, "Wound");
        var extensions = draft.Add(null, "X", 300, "Extension codes", EntityKind.Chapter);
        var sides = draft.Add(extensions, "", 310, "Laterality", EntityKind.Block);
        draft.Add(sides, "XK8G", 311, "Left");
        draft.Add(sides, "XK9K", 312, "Right");
        var anatomy = draft.Add(extensions, "", 320, "Anatomy", EntityKind.Block);
        var arm = draft.Add(anatomy, "XA10", 321, "Arm");
        draft.Add(arm, "XA11", 322, "Elbow");
        draft.Add(arm, "XA12", 323, "Wrist");
        draft.Add(draft.Add(anatomy, "XA20", 324, "Leg"), "XA21", 325, "Knee");
        var severity = draft.Add(extensions, "", 330, "Severity", EntityKind.Block);
        draft.Add(severity, "XS5W", 331, "Mild");
        draft.Add(severity, "XS25", 332, "Severe");
        var descriptors = draft.Add(extensions, "", 1897222875, "Diagnosis code descriptors", EntityKind.Block);
        draft.Add(descriptors, "XY0Y", 341, "Main condition");
        draft.Add(descriptors, "XY1Y", 342, "Provisional diagnosis");
        return draft;
    }

    public static AxisProfile Profile(string rows) => AxisProfile.Parse(("t.tsv", new StringReader(Header + rows)));

    /// <param name="rows">Rules with <c>|</c> between the columns and no comment; <c>;</c> between the rows.</param>
    public static StemAxes Axes(string rows, ReleaseDraft? draft = null) =>
        new((draft ?? Draft()).Load(), Profile(string.Concat(rows.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Trim().Replace('|', '\t') + "\t\n"))));

    public static ExpressionValidator Validator(string rows, ReleaseDraft? draft = null) => new(Axes(rows, draft));

    public static Verdict Judge(this ExpressionValidator validator, string expression, ValidationMode mode = ValidationMode.Strict) =>
        validator.Validate(ClusterExpression.Parse(expression), mode);

    public static Verdict Judge(string rows, string expression, ValidationMode mode = ValidationMode.Strict) => Validator(rows).Judge(expression, mode);

    /// <summary>The axes of a stem as text: <c>laterality!=XK8G,XK9K</c>, an exclamation mark where required.</summary>
    public static string AxesOf(this StemAxes axes, string stem) =>
        string.Join(' ', axes.Of(axes.Release.Find(stem)).Select(axis => $"{axis.Name}{(axis.IsRequired ? "!" : "")}={string.Join(',', axis.Values.Select(value => value.Code))}"));

    public static string Bindings(this ExpressionValidator validator, string expression)
    {
        var parsed = ClusterExpression.Parse(expression);
        return string.Join(' ', validator.Bind(in parsed).Select(binding => $"{parsed[binding.Stem]}.{binding.Axis.Name}={parsed[binding.Value]}"));
    }
}
