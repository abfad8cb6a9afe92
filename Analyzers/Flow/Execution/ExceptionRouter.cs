using System.Collections.Generic;
using System.Collections.Immutable;
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
    private readonly ImmutableArray<BasicBlock> _blocks;
    private readonly SyntaxNode _root;
    private readonly Dictionary<ControlFlowRegion, bool> _rethrowing = new();

    public ExceptionRouter(BodyContext context)
    {
        _compilation = context.Compilation;
        _blocks = context.Graph.Blocks;
        _root = context.Graph.OriginalOperation.Syntax;
    }

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

    /// <summary>What a throw statement throws, as far as it is known.</summary>
    public static ThrownException Thrown(IOperation exception, SyntaxNode place)
    {
        while (exception is IConversionOperation conversion)
        {
            exception = conversion.Operand;
        }

        return new ThrownException(place, exception.Type, ThrowOrigin.Statement) { IsExact = exception is IObjectCreationOperation };
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
    /// <param name="refused">The handler whose filter has just said no; <see langword="null"/>: none was asked yet.</param>
    public IEnumerable<ExceptionTarget> Route(ControlFlowRegion? region, Continuation? continuation, ThrownException thrown, ControlFlowRegion? refused = null)
    {
        if (refused is not null)
        {
            region = refused.EnclosingRegion!.NestedRegions[0];
        }

        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (continuation?.Region == region)
            {
                // What the finally or handler was run for is given up for the new exception.
                continuation = continuation.Outer;
            }

            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } parent)
            {
                continue;
            }

            int first = refused is null ? 0 : parent.NestedRegions.IndexOf(refused) + 1;
            refused = null;
            for (int i = first; i < parent.NestedRegions.Length; i++)
            {
                ControlFlowRegion handler = parent.NestedRegions[i];
                switch (handler.Kind)
                {
                    case ControlFlowRegionKind.Finally:
                        yield return new ExceptionTarget(handler, new Continuation(handler, null, 0, thrown, continuation));
                        yield break;
                    case ControlFlowRegionKind.Catch when MayCatch(handler.ExceptionType, thrown):
                        yield return new ExceptionTarget(handler, Rethrows(handler) ? new Continuation(handler, null, 0, thrown with { Place = _root }, continuation) : continuation);
                        if (Catches(handler.ExceptionType, thrown.Type))
                        {
                            yield break;
                        }

                        thrown = thrown with { Passed = new PassedHandler(handler.ExceptionType!, thrown.Passed) };
                        break;
                    case ControlFlowRegionKind.FilterAndHandler when MayCatch(handler.ExceptionType, thrown):
                        // Where the filter says no, the exception goes on from here.
                        yield return new ExceptionTarget(handler, new Continuation(handler, null, 0, thrown, continuation));
                        if (Catches(handler.ExceptionType, thrown.Type))
                        {
                            yield break;
                        }

                        thrown = thrown with { Passed = new PassedHandler(handler.ExceptionType!, thrown.Passed) };
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

    private bool MayCatch(ITypeSymbol? caught, ThrownException thrown)
    {
        if (thrown.Origin == ThrowOrigin.Abandonment)
        {
            return false;
        }

        for (PassedHandler? passed = thrown.Passed; passed is not null; passed = passed.Earlier)
        {
            if (caught is not null && DerivesFrom(caught, passed.Type))
            {
                return false;
            }
        }

        return Catches(caught, thrown.Type) || thrown.Type is null || (!thrown.IsExact && DerivesFrom(caught!, thrown.Type));
    }

    /// <summary>The exception of the handler that is being run, thrown again at the place.</summary>
    public ThrownException Again(Continuation? continuation, SyntaxNode place)
    {
        if (continuation is not { Thrown: { } thrown, Region: { Kind: ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler } handler })
        {
            return new ThrownException(place, null, ThrowOrigin.Statement);
        }

        bool isKnown = thrown.Type is not null && Catches(handler.ExceptionType, thrown.Type);
        return thrown with { Place = place, Origin = ThrowOrigin.Statement, Type = isKnown ? thrown.Type : handler.ExceptionType };
    }

    /// <summary>What is under way once the branch has left the handlers that it leaves.</summary>
    public static Continuation? Leave(Continuation? continuation, ControlFlowBranch branch)
    {
        while (continuation is { Region.Kind: ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler } && branch.LeavingRegions.Contains(continuation.Region))
        {
            continuation = continuation.Outer;
        }

        return continuation;
    }

    private bool Rethrows(ControlFlowRegion handler)
    {
        if (!_rethrowing.TryGetValue(handler, out bool rethrows))
        {
            for (int i = handler.FirstBlockOrdinal; i <= handler.LastBlockOrdinal; i++)
            {
                rethrows |= _blocks[i].FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Rethrow;
            }

            _rethrowing.Add(handler, rethrows);
        }

        return rethrows;
    }

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
