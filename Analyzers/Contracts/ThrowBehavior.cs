namespace Devmap.Analyzers.Contracts;

/// <summary>What a call has done to an object when it throws.</summary>
internal enum ThrowBehavior
{
    /// <summary>The rule of the language: nothing is acquired, and what is given up without condition is given up.</summary>
    AsStated,

    /// <summary>Nothing has happened to the object.</summary>
    Nothing,

    /// <summary>It depends on where the call throws.</summary>
    Unknown,
}
