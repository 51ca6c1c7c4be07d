namespace Icd.Api.Problems;

/// <summary>A kind of problem that the interface reports, RFC 9457.</summary>
/// <param name="Code">Stable, to branch on.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="TitleNb">What is wrong, in bokmål.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="RemedyNb">How to mend it, in bokmål.</param>
/// <param name="RemedyEn">The same in English.</param>
internal sealed record ProblemKind(string Code, int Status, string TitleNb, string TitleEn, string RemedyNb, string RemedyEn)
{
    /// <summary>What <c>type</c> begins with.</summary>
    public const string TypePrefix = "urn:icd11-transition-toolkit:problem:";

    public static readonly ProblemKind UnknownParameter = new("unknown-parameter", 400, "Ukjent parameter", "Unknown parameter", "Rett navnet eller utelat parameteren; detail nevner dem som finnes.", "Correct the name or leave the parameter out; detail names those that exist.");
    public static readonly ProblemKind RepeatedParameter = new("repeated-parameter", 400, "Parameteren er gitt flere ganger", "The parameter is given more than once", "Gi hver parameter én gang.", "Give each parameter once.");
    public static readonly ProblemKind MissingParameter = new("missing-parameter", 400, "En parameter mangler", "A parameter is missing", "Legg til parameteren som detail nevner.", "Add the parameter that detail names.");
    public static readonly ProblemKind InvalidParameter = new("invalid-parameter", 400, "Parameteren har en verdi som ikke er tillatt", "The parameter has a value that is not allowed", "Bruk en verdi som detail beskriver.", "Use a value that detail describes.");
    public static readonly ProblemKind MalformedCode = new("malformed-code", 400, "Teksten er ikke en kode eller et uttrykk", "The text is not a code or an expression", "Rett teksten på plassen som detail nevner.", "Correct the text at the place that detail names.");
    public static readonly ProblemKind ConversionRefused = new("conversion-refused", 400, "Filen kan ikke konverteres slik", "The file cannot be converted like this", "Gjør som detail sier.", "Do as detail says.");
    public static readonly ProblemKind MalformedJson = new("malformed-json", 400, "Kroppen er ikke gyldig JSON", "The body is not valid JSON", "Send ett JSON-objekt i UTF-8 med parameternavn som nøkler.", "Send one JSON object in UTF-8 with the parameters' names as keys.");
    public static readonly ProblemKind MalformedRequest = new("malformed-request", 400, "Forespørselen følger ikke HTTP", "The request breaks the rules of HTTP", "Rett klienten; detail sier hva som er galt.", "Correct the client; detail says what is wrong.");
    public static readonly ProblemKind NotAuthenticated = new("not-authenticated", 401, "Forespørselen er ikke autentisert", "The request is not authenticated", "Send en gyldig nøkkel i X-Api-Key eller et gyldig token i Authorization: Bearer.", "Send a valid key in X-Api-Key or a valid token in Authorization: Bearer.");
    public static readonly ProblemKind NotAllowed = new("not-allowed", 403, "Klienten har ikke tilgang", "The client has no access", "Be driftsansvarlig om tilgangen (scope) som detail nevner.", "Ask the operator for the scope that detail names.");
    public static readonly ProblemKind SecurityNotConfigured = new("security-not-configured", 403, "Tjeneren er satt opp for denne maskinen alene", "The server is set up for this machine only", "Sett opp autentisering (docs/security.md) før andre slipper til gjennom en mellomtjener.", "Configure authentication (docs/security.md) before others are let in through a proxy.");
    public static readonly ProblemKind NoSuchRoute = new("no-such-route", 404, "Adressen finnes ikke", "There is no such address", "Se /api/v1/openapi.json eller docs/api.md for adressene som finnes.", "See /api/v1/openapi.json or docs/api.md for the addresses that exist.");
    public static readonly ProblemKind EntityNotFound = new("entity-not-found", 404, "Koden finnes ikke", "There is no such code", "Rett koden, eller søk med /api/v1/search.", "Correct the code, or search with /api/v1/search.");
    public static readonly ProblemKind StemNotFound = new("stem-not-found", 404, "Koden er ikke en stamkode i utgaven", "The code is not a stem code of the release", "Bruk en stamkode; /api/v1/search finner dem.", "Use a stem code; /api/v1/search finds them.");
    public static readonly ProblemKind AxisNotFound = new("axis-not-found", 404, "Stamkoden har ikke denne aksen", "The stem code has no such axis", "Bruk en av aksene som detail nevner.", "Use one of the axes that detail names.");
    public static readonly ProblemKind ReleaseNotLoaded = new("release-not-loaded", 404, "Utgaven er ikke lastet", "The release is not loaded", "Bruk en utgave fra /api/v1/releases, eller be driftsansvarlig laste den.", "Use a release that /api/v1/releases lists, or ask the operator to load it.");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "Metoden er ikke tillatt her", "The method is not allowed here", "Bruk en av metodene i hodet Allow.", "Use one of the methods in the header Allow.");
    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "Forespørselen tok for lang tid", "The request took too long", "Send den på nytt, med mindre om gangen.", "Send it again, with less at a time.");
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", 413, "Kroppen er for stor", "The body is too large", "Send mindre om gangen, eller bruk /api/v1/batch, som leser linje for linje.", "Send less at a time, or use /api/v1/batch, which reads line by line.");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "Innholdstypen støttes ikke", "The media type is not supported", "Bruk en av typene som detail nevner i Content-Type.", "Use one of the types that detail names in Content-Type.");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "For mange forespørsler", "Too many requests", "Vent så mange sekunder som Retry-After sier.", "Wait as many seconds as Retry-After says.");
    public static readonly ProblemKind InternalError = new("internal-error", 500, "Feil i tjeneren", "An error in the server", "Meld feilen med verdien i traceId; ingenting er endret.", "Report the error with the value of traceId; nothing was changed.");
    public static readonly ProblemKind Starting = new("starting", 503, "Tjeneren starter", "The server is starting", "Prøv igjen om et øyeblikk.", "Try again in a moment.");
    public static readonly ProblemKind ReleaseDamaged = new("release-damaged", 503, "Filen til den nyeste utgaven er skadet", "The newest release's file is damaged", "Driftsansvarlig må erstatte eller fjerne filen; til da svarer ingen eldre utgave i dens sted. ?release= ber om en bestemt.", "The operator must replace or remove the file; until then no older release answers in its place. ?release= asks for a certain one.");
    public static readonly ProblemKind DataMissing = new("data-missing", 503, "Norsk ICD-10 mangler i denne installasjonen", "The Norwegian ICD-10 is missing from this installation", "Bygg med Node.js 20 eller nyere på maskinen.", "Build with Node.js 20 or newer on the machine.");

    /// <summary>All of them, as documented in <c>docs/api.md</c>.</summary>
    public static readonly IReadOnlyList<ProblemKind> All =
    [
        UnknownParameter, RepeatedParameter, MissingParameter, InvalidParameter, MalformedCode, ConversionRefused, MalformedJson, MalformedRequest, NotAuthenticated, NotAllowed, SecurityNotConfigured,
        NoSuchRoute, EntityNotFound, StemNotFound, AxisNotFound, ReleaseNotLoaded, MethodNotAllowed, RequestTimeout, BodyTooLarge, UnsupportedMediaType, TooManyRequests,
        InternalError, Starting, ReleaseDamaged, DataMissing,
    ];
}
