namespace Icd.Core.Postcoordination;

/// <summary>The axes of ICD-11 MMS: WHO's schema names, an order to show them in, and our labels.</summary>
/// <remarks>
/// Names as in the ICD-API's schema (<c>genomicAndChomosomalAnomaly</c> is spelled so). Labels are ours; WHO publishes none in Norwegian.
/// </remarks>
public static class AxisNames
{
    private static readonly (string Name, string English, string Bokmal)[] Known =
    [
        ("hasSeverity", "Severity", "Alvorlighetsgrad"),
        ("hasAlternativeSeverity1", "Severity (second scale)", "Alvorlighetsgrad (andre skala)"),
        ("hasAlternativeSeverity2", "Severity (third scale)", "Alvorlighetsgrad (tredje skala)"),
        ("course", "Course", "Forløp"),
        ("temporalPatternAndOnset", "Temporal pattern and onset", "Tidsmønster og debut"),
        ("timeInLife", "Time in life", "Tid i livet"),
        ("laterality", "Side", "Side"),
        ("specificAnatomy", "Anatomy", "Anatomi"),
        ("relational", "Relational position", "Posisjon"),
        ("distribution", "Distribution", "Utbredelse"),
        ("regional", "Region", "Region"),
        ("infectiousAgent", "Infectious agent", "Smittestoff"),
        ("serotype", "Serotype", "Serotype"),
        ("chemicalAgent", "Chemical agent", "Kjemisk stoff"),
        ("medication", "Medicament", "Legemiddel"),
        ("causality", "Causality", "Årsaksforhold"),
        ("histopathology", "Histopathology", "Histopatologi"),
        ("genomicAndChomosomalAnomaly", "Genomic and chromosomal anomaly", "Genom- og kromosomavvik"),
        ("hasCausingCondition", "Caused by", "Forårsaket av"),
        ("hasManifestation", "Manifestation", "Manifestasjon"),
        ("associatedWith", "Associated with", "Forbundet med"),
        ("diagnosisConfirmedBy", "Confirmed by", "Bekreftet ved"),
        ("typeOfInjury", "Type of injury", "Skadetype"),
        ("fractureSubtype", "Fracture subtype", "Bruddtype"),
        ("fractureOpenOrClosed", "Open or closed fracture", "Åpent eller lukket brudd"),
        ("jointInvolvementInFracture", "Joint involvement", "Leddaffeksjon"),
        ("extentOfBurnByBodySurface", "Burned body surface", "Forbrent kroppsoverflate"),
        ("extentOfFullThicknessBurnByBodySurface", "Full-thickness burned body surface", "Fullhudsforbrent kroppsoverflate"),
        ("outcomeOfFullThicknessBurn", "Outcome of full-thickness burn", "Utfall av fullhudsforbrenning"),
        ("durationOfComa", "Duration of coma", "Komavarighet"),
        ("levelOfConsciousness", "Level of consciousness", "Bevissthetsnivå"),
        ("hasGCSEyeScore", "Glasgow coma scale, eyes", "Glasgow komaskala, øyne"),
        ("hasGCSMotorScore", "Glasgow coma scale, motor", "Glasgow komaskala, motorisk"),
        ("hasGCSVerbalScore", "Glasgow coma scale, verbal", "Glasgow komaskala, verbal"),
        ("hasPupilReactionScore", "Pupil reaction", "Pupillereaksjon"),
        ("objectOrSubstanceProducingInjury", "Object or substance producing injury", "Gjenstand eller stoff som ga skaden"),
        ("mechanismOfInjury", "Mechanism of injury", "Skademekanisme"),
        ("placeOfOccurrence", "Place of occurrence", "Skadested"),
        ("activityWhenInjured", "Activity when injured", "Aktivitet ved skaden"),
        ("occupationalDescriptor", "Occupation and industry", "Yrke og næring"),
        ("sportsActivityDescriptor", "Sport", "Idrett"),
        ("modeOfTransportOfTheInjuredPerson", "Mode of transport", "Transportmåte"),
        ("roleOfTheInjuredPerson", "Role in transport", "Rolle i transporten"),
        ("counterpart", "Counterpart", "Motpart"),
        ("mechanismOfTransportInjuryWithoutCounterpart", "Transport injury without counterpart", "Transportskade uten motpart"),
        ("transportEventDescriptor", "Transport event", "Transporthendelse"),
        ("alcoholUseInInjury", "Alcohol use in injury", "Alkohol ved skaden"),
        ("psychoactiveDrugUseInInjury", "Drug use in injury", "Rusmidler ved skaden"),
        ("aspectsOfIntentionalSelfHarm", "Intentional self-harm", "Villet egenskade"),
        ("aspectsOfAssaultAndMaltreatment", "Assault and maltreatment", "Vold og mishandling"),
        ("contextOfAssaultAndMaltreatment", "Context of assault", "Omstendigheter ved volden"),
        ("perpetratorVictimRelationship", "Perpetrator and victim", "Gjerningsperson og offer"),
        ("genderOfPerpetrator", "Gender of perpetrator", "Gjerningspersonens kjønn"),
        ("aspectsOfArmedConflict", "Armed conflict", "Væpnet konflikt"),
        ("typeOfArmedConflict", "Type of armed conflict", "Type væpnet konflikt"),
        ("roleOfInjuredPersonInArmedConflict", "Role in armed conflict", "Rolle i væpnet konflikt"),
        ("typeOfLegalIntervention", "Type of legal intervention", "Type lovhjemlet inngrep"),
        ("hasAction", "Action", "Handling"),
        ("hasMeans", "Means", "Middel"),
        ("hasTarget", "Target", "Mål"),
    ];

    private static readonly Dictionary<string, int> Positions = Known.Select((axis, position) => (axis.Name, position)).ToDictionary(StringComparer.Ordinal);

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
}
