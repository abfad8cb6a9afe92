using System;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>The options of a clause, under the names of the attribute's properties. They were checked when the file was read.</summary>
internal sealed class ClauseArguments : ContractArguments
{
    private readonly ContractClause _clause;

    public ClauseArguments(ContractClause clause) => _clause = clause;

    public override string Text(string name, string absent) => Find(name) is { Value: { } value } ? value : absent;

    public override string? TextOrNull(string name, string? absent = null) => Find(name) is { } option ? option.Value : absent;

    public override string Trait() => Text("Trait", "");

    public override bool Flag(string name, bool absent = false) => Find(name) is not null || absent;

    public override RefCondition Condition(string name) =>
        Find(name) is { Value: { } value } && Enum.TryParse(value, out RefCondition condition) ? condition : RefCondition.Always;

    public override long? Bits(string name) => Find(name) is { Value: { } value } ? ClauseReader.BitsOf(value) : null;

    private ClauseOption? Find(string property)
    {
        foreach (ClauseOption option in _clause.Options)
        {
            if (option.Property == property)
            {
                return option;
            }
        }

        return null;
    }
}
