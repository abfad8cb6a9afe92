namespace Devmap.Analyzers.Options;

/// <summary>Which exceptions that leave a body count as its ends: what is still held there leaks.</summary>
internal enum ExceptionPaths
{
    /// <summary>None: only what returns is an end.</summary>
    None,

    /// <summary>Those that a <c>throw</c> of the body throws.</summary>
    Explicit,

    /// <summary>Those of calls as well.</summary>
    Calls,
}
