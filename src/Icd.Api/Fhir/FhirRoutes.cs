namespace Icd.Api.Fhir;

/// <summary>FHIR terminology over HTTP, <c>/fhir/r4</c> and <c>/fhir/r5</c>; <c>/fhir</c> is R4.</summary>
internal static class FhirRoutes
{
    public static void MapFhir(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/fhir");
        _ = group;
    }
}
