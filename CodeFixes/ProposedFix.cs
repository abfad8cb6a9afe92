namespace Devmap.CodeFixes;

/// <summary>A fix whose preconditions hold, with the document as it will be.</summary>
internal sealed class ProposedFix
{
    public ProposedFix(string title, string equivalenceKey, FixSite result)
    {
        Title = title;
        EquivalenceKey = equivalenceKey;
        Result = result;
    }

    /// <summary>What will happen, in the user's names.</summary>
    public string Title { get; }

    /// <summary>The way of fixing, the same for all places that are fixed in this way.</summary>
    public string EquivalenceKey { get; }

    public FixSite Result { get; }
}
