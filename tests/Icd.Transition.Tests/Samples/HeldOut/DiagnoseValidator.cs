namespace Legekontor.Validering
{
    public class DiagnoseValidator : AbstractValidator<DiagnoseDto>
    {
        public DiagnoseValidator()
        {
            RuleFor(x => x.DiagnoseKode).NotEmpty().Length(3, 5).Matches("^[A-TV-Z][0-9][0-9](\\.[0-9]{1,2})?$");
            RuleFor(x => x.Rom).MaximumLength(4);
        }

        private bool ErSvangerskap(string kode) => Regex.IsMatch(kode, @"^O\d{2}") || kode.Equals("Z33");
        private readonly string[] _hjertesvikt = new[] { "I11.0", "I13.0", "I50.0", "I50.1", "I50.9" };
        private const string Testkode = "R69";
        public string Kapittel(string icdKode) => icdKode.Substring(0, 1);
        public string Utskrift => "A4"; public string Plass => "P12"; public string Feil => "E404";
        public Version V => new("1.0"); public string Bil => "EL12345"; public string Buss => "B31";
    }
}
