using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Puts two declarators into one identifier: the text is right, the tree is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MisbuiltFix : RenameFix
{
    protected override string? Rename(string name) => "good,better";
}
