using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Tabulation;

/// <summary>Turns a tabulation into the draft of a release.</summary>
internal static class TabulationImporter
{
    /// <summary>Builds the tree; every contradiction between a row and its place is an error.</summary>
    public static ReleaseDraft Import(TabulationFile file, ReleaseId release, string language, string sha256)
    {
        var draft = new ReleaseDraft(new(file.Classification, release), $"{file.Classification.DisplayName()} {release}");
        draft.Sources.Add(new(file.IsMini ? SourceKind.WhoLinearization : SourceKind.WhoTabulation, Path.GetFileName(file.Name), language, file.VersionLabel, sha256));
        draft.Languages.Add(language);
        if (file.HasEnglishTitles && language != "en") draft.Languages.Insert(0, "en");

        var path = new List<DraftEntity>();
        var known = new HashSet<ulong>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in file.Rows)
        {
            if (row.Depth > path.Count) throw row.Row.Error($"the title is {row.Depth} levels deep below an entity that is {path.Count - 1} deep");
            if (!known.Add(((ulong)row.Uri.Id << 2) | (byte)row.Residual)) throw row.Row.Error("this entity stands in the file twice");
            if (row.Code.Length > 0 && !codes.Add(row.Code)) throw row.Row.Error($"the code {row.Code} stands in the file twice");
            // The compiled format has a byte for the depth; WHO's deepest entity has 11 above it.
            if (row.Depth > byte.MaxValue) throw row.Row.Error($"the title is {row.Depth} levels deep, at most {byte.MaxValue} are read");
            path.RemoveRange(row.Depth, path.Count - row.Depth);
            var entity = draft.Add(path.Count > 0 ? path[^1] : null);
            path.Add(entity);
            Fill(entity, row, language, file.HasEnglishTitles);
            CheckCode(row);
        }

        CheckLeaves(file, draft);
        return draft;
    }

    private static void Fill(DraftEntity entity, TabulationRow row, string language, bool hasEnglish)
    {
        (entity.Code, entity.Id, entity.Residual, entity.Kind, entity.BlockId) = (row.Code, row.Uri.Id, row.Residual, row.Kind, row.BlockId);
        entity.Traits = (row.Kind == EntityKind.Category && row.Code.Length > 0 ? EntityTraits.Selectable : 0) | (row.IsPrimaryTabulation ? EntityTraits.PrimaryTabulation : 0);
        if (hasEnglish) entity.Titles["en"] = row.EnglishTitle;
        if (row.Title.Length > 0) entity.Titles[language] = row.Title;
    }

    private static void CheckCode(TabulationRow row)
    {
        if (row.Code.Length > 0 && row.Uri.Classification == Classification.Mms && !Icd11Code.TryParse(row.Code, out _, out var error))
            throw row.Row.Error($"'{row.Code}' is not an ICD-11 code: {error.Describe(row.Code).TrimEnd('.')}");
        if (row.Code.Length > 0 && !Release.HasCodeForm(row.Uri.Classification, row.Code))
            throw row.Row.Error($"'{row.Code}' is not a code of {row.Uri.Classification.DisplayName()}");
    }

    /// <summary>The tree is read from the depth of titles; WHO's own column on leaves must agree, or rows are missing.</summary>
    private static void CheckLeaves(TabulationFile file, ReleaseDraft draft)
    {
        for (var i = 0; i < draft.Entities.Count; i++)
        {
            if (file.Rows[i].IsLeaf != (draft.Entities[i].Children.Count == 0))
                throw file.Rows[i].Row.Error(file.Rows[i].IsLeaf ? "isLeaf says that nothing is below this entity, but the next row is" : "isLeaf says that something is below this entity, but no row is; rows are missing");
        }
    }
}
