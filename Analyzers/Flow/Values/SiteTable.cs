using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Values;

/// <summary>A place where values come from: an operation, a parameter, the head of a loop.</summary>
internal sealed class Site
{
    public Site(int id, SyntaxNode place)
    {
        Id = id;
        Place = place;
    }

    public int Id { get; }

    public SyntaxNode Place { get; }

    /// <summary>What an object from here is, before anything is known of it.</summary>
    public Provenance Provenance { get; set; }

    /// <summary>The member, parameter or type that it came from.</summary>
    public ISymbol? Source { get; set; }

    /// <summary>What comes from here tells something of the state of the body's own object: a flag, a count, the answer of a method.</summary>
    public bool TellsOfSelf { get; set; }

    /// <summary>Of a store: the kind of reference that the place needs.</summary>
    public string RefKind { get; set; } = RefEffect.DefaultKind;

    /// <summary>Of a store: others can see what is stored from then on.</summary>
    public bool IsPublication { get; set; }

    /// <summary>The id of the object of which it is a member or an element; -1 where it is neither.</summary>
    public int Container { get; set; } = -1;

    /// <summary>The member of what comes from there that is meant; <see langword="null"/>: it is meant itself.</summary>
    public string? Part { get; set; }

    /// <summary>The ordinal of the block of the site; -1 for what is there on entry.</summary>
    public int Block { get; private set; } = -1;

    /// <summary>The body that the block is of.</summary>
    public BodyContext? Body { get; private set; }

    public void At(BodyContext body, int block) => (Body, Block) = (body, block);
}

/// <summary>Numbers the places of one body where values come from. Site 0 is nowhere.</summary>
internal sealed class SiteTable
{
    private readonly Dictionary<object, Site> _sites = new();
    private readonly List<Site> _all = new() { null! };

    public Site this[int id] => _all[id];

    public Site Of(object key, SyntaxNode place)
    {
        if (!_sites.TryGetValue(key, out Site? site))
        {
            site = new Site(_all.Count, place);
            _all.Add(site);
            _sites.Add(key, site);
        }

        return site;
    }
}
