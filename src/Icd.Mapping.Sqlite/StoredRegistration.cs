using Icd.Mapping.Dual;

namespace Icd.Mapping.Sqlite;

/// <summary>A version of a registration as a store keeps it.</summary>
/// <param name="Id">The number that the store gave the diagnosis, from 1; all its versions have it.</param>
/// <param name="Version">From 1; the highest is the one that holds.</param>
/// <param name="Recorded">When the store wrote this version, in UTC.</param>
/// <param name="Registration">What was registered.</param>
public sealed record StoredRegistration(long Id, int Version, DateTimeOffset Recorded, DualRegistration Registration);
