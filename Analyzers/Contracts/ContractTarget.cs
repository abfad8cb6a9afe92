namespace Devmap.Analyzers.Contracts;

/// <summary>What an attribute speaks of.</summary>
internal enum ContractTarget
{
    /// <summary>Nothing: the word has no meaning in this place.</summary>
    Nowhere,
    Receiver,

    /// <summary>The return value, the parameter, the value of the field or property.</summary>
    Value,

    /// <summary>The member, type or assembly as a whole.</summary>
    Member,
}
