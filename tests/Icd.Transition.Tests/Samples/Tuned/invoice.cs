public sealed class Invoice
{
    [MaxLength(5)] public string ProductCode { get; set; }
    private static readonly string[] Models = { "T20", "T25", "X60" };
    public bool IsFragile => ProductCode.StartsWith("G");
    public string Address => Sheet.Cells["B12"].Text;
    public string Formula => "=SUM(A10:A20)";
    public bool IsSpare => ProductCode.Substring(0, 3) == "R10";
    public bool Error(string code) => code == "E101" || code == "E102";
    public int Dialog(Diagnostic d) => d.Id == "CA10" ? 1 : 0;
}
