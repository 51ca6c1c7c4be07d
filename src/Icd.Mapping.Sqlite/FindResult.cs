using Icd.Core.Codes;

namespace Icd.Mapping.Sqlite;

/// <summary>What a search found, and what it could not look at.</summary>
/// <param name="Registrations">The registrations, as they hold now, by number.</param>
/// <param name="Unindexed">
/// How many registrations with an ICD-11 side the store cannot search by meaning: their release was never given to it, or it lacks a member of theirs.
/// <see cref="DualRegistrationStore.Unindexed"/> lists them. 0 for a search by ICD-10 alone.
/// </param>
/// <param name="ReleasesWithout">Releases that lack an entity of the query, so that registrations of theirs cannot be judged by it.</param>
public sealed record FindResult(IReadOnlyList<StoredRegistration> Registrations, int Unindexed, IReadOnlyList<ReleaseId> ReleasesWithout);
