using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Renames, and initialises an object with null: right for the compiler but for a warning.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WarningFix : RenameFix
{
    protected override string? Rename(string name) => "good";

    protected override VariableDeclaratorSyntax Change(VariableDeclaratorSyntax declarator, string name) =>
        base.Change(declarator, name).WithInitializer(
            SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)));
}
