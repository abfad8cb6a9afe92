using System.Collections.Generic;
using Devmap.Analyzers.Contracts;

namespace Devmap.Analyzers.Gate;

/// <summary>
/// The names of members that something is said of. A body that mentions none of them has nothing to do with contracts,
/// which its tokens tell: no symbol is bound for it, no operation is looked at. A name says nothing of whose it is, so that
/// a body that does mention one has to be looked at more closely (<see cref="BodyGate"/>).
/// </summary>
internal sealed class ContractNames
{
    private readonly HashSet<string> _names = new();

    public ContractNames()
    {
        // On a local function or a lambda, in the body itself.
        foreach (string word in AttributeWords)
        {
            _names.Add(word);
        }
    }

    /// <summary>What the attributes are called in code, with their suffix and without.</summary>
    public static IEnumerable<string> AttributeWords
    {
        get
        {
            foreach (string attribute in ContractWords.Names)
            {
                yield return attribute;
                yield return attribute.Substring(0, attribute.Length - "Attribute".Length);
            }
        }
    }

    /// <summary>
    /// Delegate types of whose calls something is said. A call of a delegate mentions whatever holds it: what is declared with
    /// such a type has to be known by its name as well.
    /// </summary>
    public HashSet<string> Delegates { get; } = new();

    /// <summary>Something is said of a member that is used without a name or a mark: an operator, a conversion.</summary>
    public bool AdmitsAll { get; private set; }

    public HashSet<string> Names => _names;

    /// <returns>Whether the name is new.</returns>
    public bool Add(string name)
    {
        if (MentionedNames.MarkOf(name) is { } mark)
        {
            _names.Add(mark);
        }

        return _names.Add(name);
    }

    /// <returns>Whether the type is new.</returns>
    public bool AddDelegate(string type)
    {
        _names.Add(type);
        return Delegates.Add(type);
    }

    public void AdmitAll() => AdmitsAll = true;

    public void Add(ContractNames others)
    {
        AdmitsAll |= others.AdmitsAll;
        Delegates.UnionWith(others.Delegates);
        _names.UnionWith(others._names);
    }
}
