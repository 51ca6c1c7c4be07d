using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

/// <summary>A made-up release small enough to read, with one of everything that a release can hold.</summary>
internal static class Sample
{
    public static readonly ReleaseKey Key = new(Classification.Mms, ReleaseId.Create(2024, 1));
    public static readonly ReleaseKey StarterKey = Key with { IsStarter = true };
    public static readonly ReleaseSource Tabulation = new(SourceKind.WhoTabulation, "tabulation.xlsx", "en", "2024 Jan 21", new string('a', 64));
    public static readonly ReleaseSource Authored = new(SourceKind.Authored, "stems.tsv", "nb", "", new string('b', 64));

    public static EntityUri Uri(uint id, Residual residual = Residual.None) => EntityUri.Create(Linearization.Mms, id, residual);

    public static Release Load(this ReleaseDraft draft) => Release.Load(draft.Compile());

    public static Entity Find(this Release release, string code) => release.TryFind(code, out var entity) ? entity : throw new KeyNotFoundException(code);

    public static ReleaseDraft Empty(ReleaseKey key, params string[] languages)
    {
        var draft = new ReleaseDraft(key, "Sample release");
        draft.Languages.AddRange(languages);
        return draft;
    }

    public static DraftEntity Add(this ReleaseDraft draft, DraftEntity? parent, string code, uint id, string title, EntityKind kind = EntityKind.Category)
    {
        var entity = draft.Add(parent);
        (entity.Code, entity.Id, entity.Kind) = (code, id, kind);
        entity.Traits = kind == EntityKind.Category ? EntityTraits.Selectable : EntityTraits.None;
        if (title.Length > 0) entity.Titles["en"] = title;
        return entity;
    }

    /// <summary>
    /// <code>
    /// 05 Endocrine diseases                        (10)
    ///    BlockL1-5A1 Diabetes                      (11)
    ///       5A10 Type 1                            (12)
    ///       5A11 Type 2                            (13) terms and scales
    ///          5A11.0 Type 2 with blindness        (14)
    ///       5A1Y Other specified                   (11/other)
    ///       5A1Z Unspecified                       (11/unspecified)
    /// X  Extension codes                           (20)
    ///    BlockL1-XK Laterality                     (21)
    ///       XK8G Left                              (22)
    ///       XK9K Right                             (23)
    ///    XS5W Mild                                 (24)
    /// </code>
    /// </summary>
    public static ReleaseDraft Draft(ReleaseSource? tabulation = null)
    {
        tabulation ??= Tabulation;
        var draft = Empty(Key, "en", "nb");
        draft.Sources.AddRange([tabulation, Authored]);
        var endocrine = draft.Add(null, "05", 10, "Endocrine diseases", EntityKind.Chapter);
        var diabetes = draft.Add(endocrine, "", 11, "Diabetes", EntityKind.Block);
        diabetes.BlockId = "BlockL1-5A1";
        draft.Add(diabetes, "5A10", 12, "Type 1").Traits |= EntityTraits.PrimaryTabulation;
        var type2 = draft.Add(diabetes, "5a11", 13, "Type 2");
        type2.Titles["nb"] = "Diabetes type 2, «sukkersyke» \U0001F36C";
        draft.Add(type2, "5A11.0", 14, "Type 2 with blindness").Traits = EntityTraits.Selectable | EntityTraits.Authored;
        draft.Add(diabetes, "5A1Y", 11, "Other specified diabetes").Residual = Residual.Other;
        draft.Add(diabetes, "5A1Z", 11, "Diabetes, unspecified").Residual = Residual.Unspecified;
        var extensions = draft.Add(null, "X", 20, "Extension codes", EntityKind.Chapter);
        var laterality = draft.Add(extensions, "", 21, "Laterality", EntityKind.Block);
        laterality.BlockId = "BlockL1-XK";
        draft.Add(laterality, "XK8G", 22, "Left");
        draft.Add(laterality, "XK9K", 23, "Right");
        draft.Add(extensions, "XS5W", 24, "Mild");

        type2.Terms.Add(new(TermKind.Synonym, "en", "NIDDM", default, tabulation));
        type2.Terms.Add(new(TermKind.Exclusion, "nb", "diabetes type 1", Uri(12), Authored));
        type2.Terms.Add(new(TermKind.RelatedInMaternalChapter, "", "", Uri(11, Residual.Other), tabulation));
        type2.Scales.Add(new("laterality", true, AllowMultipleValues.NotAllowed, [Uri(21)], tabulation));
        type2.Scales.Add(new("hasSeverity", false, AllowMultipleValues.AllowedExceptFromSameBlock, [Uri(24), Uri(23)], Authored));
        return draft;
    }
}
