using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>Reads findings of the engine and words them. A rule analyses nothing itself.</summary>
internal abstract class Rule
{
    protected Rule(DiagnosticDescriptor descriptor) => Descriptor = descriptor;

    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether the finding is one of this rule's.</summary>
    public abstract bool Claims(Finding finding, KnownSymbols symbols);

    /// <summary>Whether what the finding says was wrong in the kernel that the code is written for.</summary>
    public virtual bool AppliesIn(KernelEra era, Finding finding) => true;

    /// <summary>The diagnostic for a finding that the rule claims.</summary>
    public abstract Diagnostic Report(Finding finding, Story story);
}
