using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Renames, and initialises with a name that does not exist.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BreakingFix : RenameFix
{
    protected override string? Rename(string name) => "good";

    protected override VariableDeclaratorSyntax Change(VariableDeclaratorSyntax declarator, string name) =>
        base.Change(declarator, name).WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.IdentifierName("missing")));
}
