using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Ownership;

/// <summary>
/// Whether what a body takes on the object of a private field is given back by that body if by any: no other member gives back
/// what it has not taken itself, and nobody is handed the object. Whatever is not understood is a no.
/// </summary>
internal sealed class FieldBalance
{
    private readonly IFieldSymbol _field;
    private readonly string _kind;
    private readonly ContractProvider _contracts;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;

    public FieldBalance(IFieldSymbol field, string kind, ContractProvider contracts, Compilation compilation, CancellationToken cancellation)
    {
        _field = field.OriginalDefinition;
        _kind = kind;
        _contracts = contracts;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    public bool HoldsInEveryBody() =>
        _field is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type }
        && type.DeclaringSyntaxReferences.Length > 0
        && type.DeclaringSyntaxReferences.All(part => part.GetSyntax(_cancellation) is TypeDeclarationSyntax declaration && declaration.Members.All(HoldsIn));

    private bool HoldsIn(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax nested => nested.Members.All(HoldsIn),

        // What one accessor takes, the other may give back.
        BasePropertyDeclarationSyntax { AccessorList.Accessors: { Count: > 0 } accessors } => accessors.All(HoldsInBody),
        _ => HoldsInBody(member),
    };

    private bool HoldsInBody(SyntaxNode body)
    {
        bool takes = false, gives = false;
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != _field.Name || !IsField(name))
            {
                continue;
            }

            if (ElementOf(Whole(name)) is { } element)
            {
                takes |= Counts(element, acquires: true);
                if (Counts(element, acquires: false))
                {
                    gives = true;
                    if (IsDeferred(name, body))
                    {
                        return false;
                    }
                }
            }
            else if (!IsHarmless(Whole(name), body))
            {
                return false;
            }
        }

        return takes || !gives;
    }

    private bool IsField(IdentifierNameSyntax name) =>
        SymbolEqualityComparer.Default.Equals(ModelOf(name).GetSymbolInfo(name, _cancellation).Symbol?.OriginalDefinition, _field);

#pragma warning disable RS1030 // Other members may be in any file of the type.
    private SemanticModel ModelOf(SyntaxNode node) => _compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030

    /// <summary>The field with the object that it is reached through.</summary>
    private static ExpressionSyntax Whole(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (whole.Parent is MemberAccessExpressionSyntax member && member.Name == whole))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole;
    }

    /// <summary>What is said of the field where a member is called on it or it is handed to a call; <see langword="null"/>: it is neither.</summary>
    private ElementContract? ElementOf(ExpressionSyntax field) => field.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == field => ReceiverOf(access.Name),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } access when access.Expression == field => ReceiverOf(binding.Name),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } access when access.Expression == field => ReceiverOf(binding.Name),

        // Who is given the object may count on it as well, but hardly for a path of a body that gives it back on others by itself.
        ArgumentSyntax { RefKindKeyword.RawKind: 0 } argument => ParameterOf(argument),
        _ => null,
    };

    private ElementContract ReceiverOf(SimpleNameSyntax member) =>
        ModelOf(member).GetSymbolInfo(member, _cancellation).Symbol is { } called
            ? called is IMethodSymbol { ReducedFrom: not null } ? _contracts.Of(called).Parameter(0) : _contracts.Of(called).Receiver
            : ElementContract.None;

    private ElementContract? ParameterOf(ArgumentSyntax argument) =>
        ModelOf(argument).GetOperation(argument, _cancellation) is IArgumentOperation { Parameter: { } parameter } ? _contracts.OfParameter(parameter) : null;

    // It gets its object where it is made, and is compared.
    private static bool IsHarmless(ExpressionSyntax field, SyntaxNode body) => field.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == field => body is ConstructorDeclarationSyntax,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
        LockStatementSyntax => true,
        _ => false,
    };

    // A lambda runs when it likes: what it gives back may be what the body has taken.
    private static bool IsDeferred(SyntaxNode node, SyntaxNode body) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != body).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private bool Counts(ElementContract element, bool acquires) => element.Effects.Any(effect => effect.Acquires == acquires && effect.Kind == _kind);
}
