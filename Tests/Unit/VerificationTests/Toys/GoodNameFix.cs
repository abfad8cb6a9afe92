using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Turns <c>badX</c> into <c>goodX</c>; leaves a name that ends with <c>Forever</c> alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class GoodNameFix : RenameFix
{
    protected override string? Rename(string name) =>
        name.EndsWith("Forever", System.StringComparison.Ordinal) ? null : "good" + name["bad".Length..];
}
