using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Where an exception goes: a handler, a finally with what follows it, or, without a region, out of the body.</summary>
internal readonly record struct ExceptionTarget(ControlFlowRegion? Region, Continuation? Continuation);

/// <summary>Finds the handlers that an exception can reach. The graph itself has no edges for them.</summary>
internal sealed class ExceptionRouter
{
    private readonly Compilation _compilation;

    public ExceptionRouter(BodyContext context) => _compilation = context.Compilation;

    // The region around the root of a lambda's graph belongs to the body that the lambda stands in.

    /// <summary>Whether an exception in the block reaches any code of this body.</summary>
    public bool IsGuarded(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsIn(BasicBlock block, ControlFlowRegion region) =>
        block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal;

    /// <summary>The type that a throw statement throws, as far as it is known.</summary>
    public static ITypeSymbol? TypeOf(IOperation exception)
    {
        while (exception is IConversionOperation conversion)
        {
            exception = conversion.Operand;
        }

        return exception.Type;
    }

    /// <summary>The jump that is all that a handler does; <see langword="null"/> where it does something else.</summary>
    public static SyntaxNode? JumpOfHandler(BasicBlock block, ControlFlowGraph graph)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Catch && HandlerOf(region, graph) is { } handler)
            {
                return ExitLocator.FirstJump(handler.Block);
            }
        }

        return null;
    }

    // A region has no syntax: the try is found by what is in it, the handler by its number.
    private static CatchClauseSyntax? HandlerOf(ControlFlowRegion region, ControlFlowGraph graph)
    {
        ControlFlowRegion owner = region.EnclosingRegion!.Kind == ControlFlowRegionKind.FilterAndHandler ? region.EnclosingRegion : region;
        ControlFlowRegion all = owner.EnclosingRegion!;
        int number = all.NestedRegions.IndexOf(owner) - 1;
        ControlFlowRegion tried = all.NestedRegions[0];
        for (int i = tried.FirstBlockOrdinal; i <= tried.LastBlockOrdinal; i++)
        {
            BasicBlock block = graph.Blocks[i];
            SyntaxNode? first = block.Operations.Length > 0 ? block.Operations[0].Syntax : block.BranchValue?.Syntax;
            if (first?.FirstAncestorOrSelf<TryStatementSyntax>(node => node.Catches.Count > number && node.Block.Span.Contains(first.Span)) is { } statement)
            {
                return number >= 0 ? statement.Catches[number] : null;
            }
        }

        return null;
    }

    /// <param name="region">The innermost region of the place that throws.</param>
    /// <param name="continuation">What is under way there.</param>
    /// <param name="thrown">The exception.</param>
    public IEnumerable<ExceptionTarget> Route(ControlFlowRegion? region, Continuation? continuation, ThrownException thrown)
    {
        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally && continuation?.Region == region)
            {
                // What the finally was run for is given up for the new exception.
                continuation = continuation.Outer;
            }

            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } parent)
            {
                continue;
            }

            foreach (ControlFlowRegion handler in parent.NestedRegions)
            {
                switch (handler.Kind)
                {
                    case ControlFlowRegionKind.Finally:
                        yield return new ExceptionTarget(handler, new Continuation(handler, null, 0, thrown, continuation));
                        yield break;
                    case ControlFlowRegionKind.Catch when thrown.Origin != ThrowOrigin.Abandonment && MayCatch(handler.ExceptionType, thrown.Type):
                        yield return new ExceptionTarget(handler, continuation);
                        if (Catches(handler.ExceptionType, thrown.Type))
                        {
                            yield break;
                        }

                        break;
                    case ControlFlowRegionKind.FilterAndHandler when thrown.Origin != ThrowOrigin.Abandonment && MayCatch(handler.ExceptionType, thrown.Type):
                        yield return new ExceptionTarget(handler, continuation);
                        break;
                }
            }
        }

        yield return new ExceptionTarget(null, null);
    }

    private bool Catches(ITypeSymbol? caught, ITypeSymbol? thrown) =>
        caught is null
        || caught.SpecialType == SpecialType.System_Object
        || IsException(caught)
        || (thrown is not null && DerivesFrom(thrown, caught));

    private bool MayCatch(ITypeSymbol? caught, ITypeSymbol? thrown) =>
        Catches(caught, thrown) || thrown is null || DerivesFrom(caught!, thrown);

    private bool IsException(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, _compilation.GetTypeByMetadataName("System.Exception"));

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, from))
            {
                return true;
            }
        }

        return false;
    }
}
