namespace Devmap.Analyzers.Contracts;

/// <summary>What an attribute is written on.</summary>
internal enum ContractPlace
{
    /// <summary>A method, constructor, accessor, operator, local function or lambda.</summary>
    Method,
    Property,
    Field,
    Return,
    Parameter,
    Type,
    Assembly,
}
