using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Takes one <c>bad</c> away at a time and has no Fix All.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StepwiseFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override string? Rename(string name) => name["bad".Length..];
}
