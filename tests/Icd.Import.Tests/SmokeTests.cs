namespace Icd.Import.Tests;

public class Placeholder
{
    [Fact]
    public void Icd11Code_Parse() => Assert.Equal("BA41.0", Icd.Core.Codes.Icd11Code.Parse("ba41.0").ToString());
}
