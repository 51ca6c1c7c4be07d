using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Tests.Support;

/// <summary>Compiled releases of a chapter and a code, to load and swap.</summary>
internal static class SmallRelease
{
    public static byte[] Of(int year, string title, out string fileName)
    {
        var draft = new ReleaseDraft(new(Classification.Mms, ReleaseId.Create(year, 1)), $"Test release {year}") { Languages = { "en" } };
        var chapter = draft.Add(null);
        (chapter.Code, chapter.Id, chapter.Kind) = ("05", 21500, EntityKind.Chapter);
        chapter.Titles["en"] = "Test chapter";
        var code = draft.Add(chapter);
        (code.Code, code.Id, code.Traits) = ("5A11", 119724091, EntityTraits.Selectable);
        code.Titles["en"] = title;
        fileName = draft.Key.FileName;
        return draft.Compile();
    }
}
