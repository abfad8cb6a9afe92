using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Transfer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>What code does to an owned field, as far as its words tell: looking at it is harmless, everything else may give it up.</summary>
internal sealed class FieldMentions
{
    private readonly ISymbol _field;
    private readonly ITypeSymbol _held;
    private readonly string _kind;
    private readonly ContractProvider _contracts;
    private readonly bool _countsStores;

    public FieldMentions(ISymbol field, ITypeSymbol held, string kind, ContractProvider contracts, bool countsStores = true)
    {
        _field = field;
        _held = held;
        _kind = kind;
        _contracts = contracts;
        _countsStores = countsStores;
    }

    public bool MayGiveUp(SyntaxNode scope)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == _field.Name && !IsLook(name))
            {
                return true;
            }

            // `this = default` and `Release(this)` reach every field.
            if (node is ThisExpressionSyntax self && !IsHarmlessSelf(self))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmlessSelf(ThisExpressionSyntax self) => self.Parent switch
    {
        MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or LockStatementSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SuppressFinalize" or "KeepAlive" } } } => true,
        _ => false,
    };

    private bool IsLook(IdentifierNameSyntax name)
    {
        ExpressionSyntax field = name;
        while (field.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (field.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == field))
        {
            field = (ExpressionSyntax)field.Parent;
        }

        return field.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == field => !_countsStores,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            MemberAccessExpressionSyntax access when access.Expression == field => IsHarmless(access.Name),
            ConditionalAccessExpressionSyntax { WhenNotNull: var accessed } access when access.Expression == field => IsHarmlessAccess(accessed),
            _ => false,
        };
    }

    private bool IsHarmlessAccess(ExpressionSyntax accessed) => accessed switch
    {
        MemberBindingExpressionSyntax binding => IsHarmless(binding.Name),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => IsHarmless(binding.Name),
        _ => false,
    };

    /// <summary>A member of the object itself that does not release it. Of a collection few members leave all elements in it.</summary>
    private bool IsHarmless(SimpleNameSyntax member)
    {
        string name = member.Identifier.ValueText;
        if (OwnedElements.TypeIn(_held, _kind, _contracts) is not null)
        {
            return name is "Count" or "Length" or "IsEmpty" or "Contains" or "ContainsKey" or "Add" or "Enqueue" or "Push" or "TryAdd";
        }

        bool found = false;
        for (ITypeSymbol? type = _held; type is not null; type = type.BaseType)
        {
            foreach (ISymbol candidate in type.GetMembers(name))
            {
                found = true;

                // Where nobody says how the object is released, any method of it may be how.
                if (!_contracts.Of(candidate).Receiver.Effects.IsEmpty || (candidate is IMethodSymbol && !OwnedElements.CanRelease(_held, _kind, _contracts)))
                {
                    return false;
                }
            }
        }

        return found;
    }
}
