namespace Icd.Mapping.Sqlite;

/// <summary>Why a store cannot do what it was asked to.</summary>
public enum StoreProblem
{
    /// <summary>The file cannot be opened, created or written: its folder is missing, or it may not be accessed.</summary>
    CannotOpen = 1,

    /// <summary>The file is no SQLite database, damaged, or another program's.</summary>
    NotAStore = 2,

    /// <summary>A later version of this toolkit wrote the file.</summary>
    TooNew = 3,

    /// <summary>Another writer held the file for longer than the store waits.</summary>
    Busy = 4,

    /// <summary>There is no registration with that number.</summary>
    NotFound = 5,

    /// <summary>Somebody else updated the registration in the meantime.</summary>
    Conflict = 6,
}
