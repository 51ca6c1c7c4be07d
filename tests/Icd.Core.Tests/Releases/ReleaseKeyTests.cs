using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Releases;

public class ReleaseKeyTests
{
    [Theory]
    [InlineData("mms-2024-01.icdrel", Classification.Mms, 2024, 1, false)]
    [InlineData("mms-2024-01-starter.icdrel", Classification.Mms, 2024, 1, true)]
    [InlineData("icf-2018.icdrel", Classification.Icf, 2018, 0, false)]
    [InlineData("icd10-2026.icdrel", Classification.Icd10, 2026, 0, false)]
    [InlineData("icpc2-2025-starter.icdrel", Classification.Icpc2, 2025, 0, true)]
    public void FileName_OfAKey_IsReadBack(string name, Classification classification, int year, int month, bool starter)
    {
        var key = new ReleaseKey(classification, ReleaseId.Create(year, month), starter);
        Assert.Equal(name, key.FileName);
        Assert.Equal(name, key + ReleaseKey.FileExtension);
        Assert.True(ReleaseKey.TryParseFileName(name, out var read));
        Assert.Equal(key, read);
    }

    [Fact]
    public void TryParseFileName_OfFileName_GivesTheKeyBack()
    {
        var keys = from classification in Gen.Elements(Enum.GetValues<Classification>())
                   from release in Some.Release
                   from starter in Gen.Elements(true, false)
                   select new ReleaseKey(classification, release, starter);
        Always.Holds(keys, key =>
        {
            Assert.True(ReleaseKey.TryParseFileName(key.FileName, out var read));
            Assert.Equal(key, read);
        });
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(".icdrel", "extension alone")]
    [InlineData("mms-2024-01", "no extension")]
    [InlineData("mms-2024-01.icdrel.tmp", "a file being written")]
    [InlineData("mms.icdrel", "no release")]
    [InlineData("mms-.icdrel", "empty release")]
    [InlineData("mms-2024-1.icdrel", "month of one digit")]
    [InlineData("mms-2024-01-starter-starter.icdrel", "suffix twice")]
    [InlineData("icd9-2024.icdrel", "unknown classification")]
    [InlineData("-2024.icdrel", "no classification")]
    public void TryParseFileName_OtherName_IsRefused(string name, string why)
    {
        Assert.False(ReleaseKey.TryParseFileName(name, out var key), why);
        Assert.Equal(default, key);
    }

    [Theory]
    [InlineData(Classification.Mms, "mms", "ICD-11 MMS", "http://id.who.int/icd/release/11/mms", Linearization.Mms)]
    [InlineData(Classification.Icf, "icf", "ICF", "http://id.who.int/icd/release/11/icf", Linearization.Icf)]
    [InlineData(Classification.Icd10, "icd10", "ICD-10", "urn:oid:2.16.578.1.12.4.1.1.7110", null)]
    [InlineData(Classification.Icpc2, "icpc2", "ICPC-2", "urn:oid:2.16.578.1.12.4.1.1.7170", null)]
    public void ClassificationNames_AreThoseInFilesAndFhir(
        Classification classification, string name, string display, string system, Linearization? linearization)
    {
        Assert.Equal((name, display, system, linearization), (classification.Name(), classification.DisplayName(), classification.SystemUri(), classification.Linearization()));
        Assert.True(ClassificationNames.TryParse(name.ToUpperInvariant(), out var read));
        Assert.Equal(classification, read);
    }

    [Fact]
    public void ClassificationNames_CoverEveryClassification()
    {
        Assert.All(Enum.GetValues<Classification>(), classification => Assert.True(ClassificationNames.TryParse(classification.Name(), out _)));
        Assert.False(ClassificationNames.TryParse("", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Classification)9).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Classification)9).DisplayName());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Classification)9).SystemUri());
        Assert.Null(((Classification)9).Linearization());
    }
}
