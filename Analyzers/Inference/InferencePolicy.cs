using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Summaries;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Inference;

/// <summary>
/// Which methods are told from their bodies: those whose body is the one that runs, is in this compilation, and whose
/// author has said nothing.
/// </summary>
internal sealed class InferencePolicy
{
    private readonly Compilation _compilation;
    private readonly ContractProvider _contracts;

    public InferencePolicy(Compilation compilation, ContractProvider contracts)
    {
        _compilation = compilation;
        _contracts = contracts;
    }

    public bool Admits(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.UserDefinedOperator or MethodKind.Conversion
        && !method.IsExtern
        && !method.DeclaringSyntaxReferences.IsEmpty
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly)
        && IsTheOneThatRuns(method)
        && (CanCarry(method) || method.ReturnsVoid)
        && _contracts.Of(method) is { SaysSomething: false, IsTrusted: false, LendsByDefault: false, Receiver.IsNone: true };

    private static bool IsTheOneThatRuns(IMethodSymbol method) =>
        !method.IsAbstract
        && method.ContainingType is { TypeKind: not TypeKind.Interface } type
        && ((!method.IsVirtual && !method.IsOverride) || method.IsSealed || type.IsSealed);

    /// <summary>Whether anything that is counted can go in or come out.</summary>
    private static bool CanCarry(IMethodSymbol method)
    {
        if (!method.IsStatic || (ExitAnswer.ReturnTypeOf(method) is { } returned && CanBeCounted(returned)))
        {
            return true;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (CanBeCounted(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value of the type may be a counted object, or hide one.</summary>
    public static bool CanBeCounted(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Object } => true,
        { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum or TypeKind.Delegate } => false,
        _ => true,
    };
}
