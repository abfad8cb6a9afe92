using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What kind of body this is.</summary>
internal static class BodyShape
{
    /// <summary>
    /// Whether code outside the assembly can call it and hears nothing of what it does to its parameters. An override of
    /// a member from elsewhere can say nothing to those who call that.
    /// </summary>
    public static bool IsPublic(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.Destructor or MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return false;
        }

        if (method.OverriddenMethod is not null || !method.ExplicitInterfaceImplementations.IsEmpty || ImplementsInterface(method))
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The initializer of a field or property.</summary>
    public static bool IsInitializer(ControlFlowGraph graph) => graph.OriginalOperation is IFieldInitializerOperation or IPropertyInitializerOperation;

    /// <summary>An empty body, or one that only throws, is a placeholder: it promises nothing that could be broken.</summary>
    public static bool IsPrimitive(BodyContext context)
    {
        foreach (BasicBlock block in context.Graph.Blocks)
        {
            if (block.Operations.Any(static operation => !IsBaseCall(operation)) || (block.BranchValue is { ConstantValue.HasValue: false } && block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.Throw))
            {
                return false;
            }
        }

        return true;
    }

    // Every constructor begins with it, written or not.
    private static bool IsBaseCall(IOperation operation) =>
        operation is IExpressionStatementOperation { Operation: IInvocationOperation { IsImplicit: true, TargetMethod.MethodKind: MethodKind.Constructor } };

    /// <summary>Whether a field of the body's type counts the references of the kind.</summary>
    public static bool HasCounter(BodyContext context, string kind)
    {
        for (INamedTypeSymbol? type = context.Method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false } && context.Contracts.Of(member).CountsRef == kind)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType is { } type
        && type.AllInterfaces.Any(@interface => @interface.GetMembers(method.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)));
}
