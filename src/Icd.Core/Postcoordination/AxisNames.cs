namespace Icd.Core.Postcoordination;

/// <summary>The axes of ICD-11 MMS: WHO's schema names, an order to show them in, and our labels.</summary>
/// <remarks>
/// Names as in the ICD-API's schema (<c>genomicAndChomosomalAnomaly</c> is spelled so). Labels are ours; WHO publishes none in Norwegian.
/// </remarks>
public static class AxisNames
{
    private static readonly AxisName[] Known =
    [
        new("hasSeverity", "Severity", "Alvorlighetsgrad"),
        new("hasAlternativeSeverity1", "Severity (second scale)", "Alvorlighetsgrad (andre skala)"),
        new("hasAlternativeSeverity2", "Severity (third scale)", "Alvorlighetsgrad (tredje skala)"),
        new("course", "Course", "Forløp"),
        new("temporalPatternAndOnset", "Temporal pattern and onset", "Tidsmønster og debut"),
        new("timeInLife", "Time in life", "Tid i livet"),
        new("laterality", "Side", "Side"),
        new("specificAnatomy", "Anatomy", "Anatomi"),
        new("relational", "Relational position", "Posisjon"),
        new("distribution", "Distribution", "Utbredelse"),
        new("regional", "Region", "Region"),
        new("infectiousAgent", "Infectious agent", "Smittestoff"),
        new("serotype", "Serotype", "Serotype"),
        new("chemicalAgent", "Chemical agent", "Kjemisk stoff"),
        new("medication", "Medicament", "Legemiddel"),
        new("causality", "Causality", "Årsaksforhold"),
        new("histopathology", "Histopathology", "Histopatologi"),
        new("genomicAndChomosomalAnomaly", "Genomic and chromosomal anomaly", "Genom- og kromosomavvik"),
        new("hasCausingCondition", "Caused by", "Forårsaket av"),
        new("hasManifestation", "Manifestation", "Manifestasjon"),
        new("associatedWith", "Associated with", "Forbundet med"),
        new("diagnosisConfirmedBy", "Confirmed by", "Bekreftet ved"),
        new("typeOfInjury", "Type of injury", "Skadetype"),
        new("fractureSubtype", "Fracture subtype", "Bruddtype"),
        new("fractureOpenOrClosed", "Open or closed fracture", "Åpent eller lukket brudd"),
        new("jointInvolvementInFracture", "Joint involvement", "Leddaffeksjon"),
        new("extentOfBurnByBodySurface", "Burned body surface", "Forbrent kroppsoverflate"),
        new("extentOfFullThicknessBurnByBodySurface", "Full-thickness burned body surface", "Fullhudsforbrent kroppsoverflate"),
        new("outcomeOfFullThicknessBurn", "Outcome of full-thickness burn", "Utfall av fullhudsforbrenning"),
        new("durationOfComa", "Duration of coma", "Komavarighet"),
        new("levelOfConsciousness", "Level of consciousness", "Bevissthetsnivå"),
        new("hasGCSEyeScore", "Glasgow coma scale, eyes", "Glasgow komaskala, øyne"),
        new("hasGCSMotorScore", "Glasgow coma scale, motor", "Glasgow komaskala, motorisk"),
        new("hasGCSVerbalScore", "Glasgow coma scale, verbal", "Glasgow komaskala, verbal"),
        new("hasPupilReactionScore", "Pupil reaction", "Pupillereaksjon"),
        new("objectOrSubstanceProducingInjury", "Object or substance producing injury", "Gjenstand eller stoff som ga skaden"),
        new("mechanismOfInjury", "Mechanism of injury", "Skademekanisme"),
        new("placeOfOccurrence", "Place of occurrence", "Skadested"),
        new("activityWhenInjured", "Activity when injured", "Aktivitet ved skaden"),
        new("occupationalDescriptor", "Occupation and industry", "Yrke og næring"),
        new("sportsActivityDescriptor", "Sport", "Idrett"),
        new("modeOfTransportOfTheInjuredPerson", "Mode of transport", "Transportmåte"),
        new("roleOfTheInjuredPerson", "Role in transport", "Rolle i transporten"),
        new("counterpart", "Counterpart", "Motpart"),
        new("mechanismOfTransportInjuryWithoutCounterpart", "Transport injury without counterpart", "Transportskade uten motpart"),
        new("transportEventDescriptor", "Transport event", "Transporthendelse"),
        new("alcoholUseInInjury", "Alcohol use in injury", "Alkohol ved skaden"),
        new("psychoactiveDrugUseInInjury", "Drug use in injury", "Rusmidler ved skaden"),
        new("aspectsOfIntentionalSelfHarm", "Intentional self-harm", "Villet egenskade"),
        new("aspectsOfAssaultAndMaltreatment", "Assault and maltreatment", "Vold og mishandling"),
        new("contextOfAssaultAndMaltreatment", "Context of assault", "Omstendigheter ved volden"),
        new("perpetratorVictimRelationship", "Perpetrator and victim", "Gjerningsperson og offer"),
        new("genderOfPerpetrator", "Gender of perpetrator", "Gjerningspersonens kjønn"),
        new("aspectsOfArmedConflict", "Armed conflict", "Væpnet konflikt"),
        new("typeOfArmedConflict", "Type of armed conflict", "Type væpnet konflikt"),
        new("roleOfInjuredPersonInArmedConflict", "Role in armed conflict", "Rolle i væpnet konflikt"),
        new("typeOfLegalIntervention", "Type of legal intervention", "Type lovhjemlet inngrep"),
        new("hasAction", "Action", "Handling"),
        new("hasMeans", "Means", "Middel"),
        new("hasTarget", "Target", "Mål"),
    ];

    private static readonly Dictionary<string, int> Positions = Enumerable.Range(0, Known.Length).ToDictionary(position => Known[position].Name, StringComparer.Ordinal);

    /// <summary>All axes, in the order to show them in.</summary>
    public static IEnumerable<string> All => Known.Select(axis => axis.Name);

    /// <summary>Whether the name is one of the schema's.</summary>
    public static bool IsKnown(string axis) => Positions.ContainsKey(axis);

    /// <summary>Where an axis stands among the others; unknown ones come last.</summary>
    internal static int Position(string axis) => Positions.GetValueOrDefault(axis, int.MaxValue);

    /// <summary>Whether the values of an axis are stem codes, joined by <c>/</c>, rather than extension codes.</summary>
    public static bool TakesStems(string axis) => axis is "hasCausingCondition" or "hasManifestation" or "associatedWith";

    /// <summary>What to call an axis; its own name where it is not known.</summary>
    /// <param name="axis">The schema name.</param>
    /// <param name="language">The reader's language.</param>
    public static string Label(string axis, Codes.MessageLanguage language) =>
        !Positions.TryGetValue(axis, out var position) ? axis
        : language == Codes.MessageLanguage.Bokmal ? Known[position].Bokmal : Known[position].English;

    private sealed record AxisName(string Name, string English, string Bokmal);
}
