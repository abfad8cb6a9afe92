using System.Collections.Generic;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Calls of lambdas and local functions of the same body: they count as if the function stood there.</summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<(IInvocationOperation Call, FlowState Entry), Activation> _followed = new();

    /// <summary>Told of the exceptions that leave a function that is followed.</summary>
    public List<(FlowState State, ThrownException Thrown)> ThrownByNested { get; } = new();

    /// <summary>A delegate that is made of a lambda or local function. What it shares is only at stake once somebody else has it.</summary>
    private Value VisitFunction(IOperation creation, IMethodSymbol function, ControlFlowGraph? graph)
    {
        Value value = NotNull(Fresh(creation));
        if (graph is not null && value is OpaqueValue opaque)
        {
            _context.Functions[opaque.Site] = (function, graph);
        }
        else
        {
            ExposeCaptures(function);
        }

        return value;
    }

    private Value VisitLambda(IDelegateCreationOperation creation, IFlowAnonymousFunctionOperation lambda) =>
        VisitFunction(creation, lambda.Symbol, _context.Graph.GetAnonymousFunctionControlFlowGraph(lambda, _context.Cancellation));

    /// <summary>The result of a call that was followed; <see langword="null"/>: it is a call like any other.</summary>
    private Value? VisitNestedCall(Call call, IInvocationOperation invocation, IMethodSymbol method)
    {
        (IMethodSymbol? function, ControlFlowGraph? graph) = NestedTarget(call, method);
        if (function is null)
        {
            return null;
        }

        if (graph is null || !CanFollow(function, invocation) || Follow(function, graph, call, invocation) is not { } activation)
        {
            ForgetCaptures(function, invocation);
            return null;
        }

        if (Return(activation) is not { } returned)
        {
            return Values.Null;
        }

        WriteBack(call, function);
        return ResultOfNested(activation, returned);
    }

    /// <summary>Goes on behind one of the ways in which the function returned; <see langword="null"/>: there is none.</summary>
    private Value? Return(Activation activation)
    {
        if (activation.Returns.Count == 0)
        {
            _dead = true;
            return null;
        }

        int way = 0;
        while (way < activation.Returns.Count - 1 && !_choices.Take())
        {
            way++;
        }

        _state = activation.Returns[way].State;
        return activation.Returns[way].Value;
    }

    private (IMethodSymbol? Function, ControlFlowGraph? Graph) NestedTarget(Call call, IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            IMethodSymbol function = method.OriginalDefinition;

            // Where something is declared, that is what callers rely on.
            return (function, _context.Contracts.Of(function).SaysSomething ? null : GraphOf(function));
        }

        return method.MethodKind == MethodKind.DelegateInvoke && call.Receiver is OpaqueValue called && _context.Functions.TryGetValue(called.Site, out var known)
            ? known
            : default;
    }

    // A local function is declared in one of the bodies around the call.
    private ControlFlowGraph? GraphOf(IMethodSymbol function)
    {
        for (ControlFlowGraph? graph = _context.Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(function))
            {
                return graph.GetLocalFunctionControlFlowGraph(function, _context.Cancellation);
            }
        }

        return null;
    }

    private bool CanFollow(IMethodSymbol function, IInvocationOperation invocation) =>
        _context.Nested.RunsWhenCalled(function)
        && (!function.IsAsync || NestedFunctionUses.IsAwaited(invocation))
        && !_context.IsRunning(function)
        && (_context.Activation?.Depth ?? 0) < Budget.MaxNestedCalls;

    private Activation? Follow(IMethodSymbol function, ControlFlowGraph graph, Call call, IInvocationOperation invocation)
    {
        // A choice that comes later in the same operation replays what comes before it.
        if (_followed.TryGetValue((invocation, _state), out Activation? known))
        {
            return known;
        }

        FlowState entry = _state;
        BodyContext body = _context.ContextOf(function, graph);
        var activation = new Activation(_context, invocation, function, _block, entry, _onThrow is not null || _context.Activation?.IsGuarded == true);
        FlowState bound = entry.WithStep(new Step(StepKind.Called, invocation.Syntax, 0, function));
        for (int i = 0; i < function.Parameters.Length && i < call.Arguments.Length; i++)
        {
            if (ArgumentAt(call, i) is { } argument)
            {
                bound = bound.WithName(_context.Names.IdOf(Name.Of(function.Parameters[i])), argument.Value);
            }
        }

        if (!BodyAnalysis.Follow(body, activation, bound))
        {
            return null;
        }

        ThrownByNested.AddRange(activation.Throws);
        _followed.Add((invocation, entry), activation);
        return activation;
    }

    private static CallArgument? ArgumentAt(Call call, int ordinal)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>What <c>ref</c> and <c>out</c> parameters hold at the end is what their arguments hold.</summary>
    private void WriteBack(Call call, IMethodSymbol function)
    {
        foreach (IParameterSymbol parameter in function.Parameters)
        {
            int name = _context.Names.IdOf(Name.Of(parameter));
            if (parameter.RefKind == RefKind.None || _state.Names.Find(name) is not { } value)
            {
                continue;
            }

            if (ArgumentAt(call, parameter.Ordinal) is { IsWritten: true } argument)
            {
                Assign(argument.Operation, value, call.Operation);
            }

            _state = _state.WithoutName(name);
        }
    }

    private Value ResultOfNested(Activation activation, Value returned)
    {
        AcquireAtCall(activation, returned);
        if (!activation.Function.IsAsync)
        {
            return returned;
        }

        Value task = NotNull(Fresh(activation.Call));
        if (CallTarget.IsTask(activation.Call.Type, out ITypeSymbol? awaited) && awaited is not null)
        {
            _state = _state.WithName(_context.Names.IdOf(Name.Awaited(task.Id)), returned);
        }

        return task;
    }

    /// <summary>To who reads the caller, what the function hands out is acquired by the call.</summary>
    private void AcquireAtCall(Activation activation, Value returned)
    {
        if (_state.ResourceOf(returned) is not { Escaped: false } resource || activation.Entry.ResourceOf(returned) is not null)
        {
            return;
        }

        Site site = _context.Sites.Of((activation.Call, "acquire"), activation.Call.Syntax);
        site.Source = NamedFunction(activation);
        site.At(_context, _block);
        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Max > 0)
            {
                resource = resource.With(holding with { Site = site.Id });
            }
        }

        _state = _state.WithResource(returned, resource);
    }

    /// <summary>
    /// Where an object was in the wrong state before a function was called, the call is what is one too many. An uncertain
    /// finding stays where it can be contradicted.
    /// </summary>
    private void BlameCall(Finding finding)
    {
        if (finding.Kind is not (FindingKind.OverRelease or FindingKind.UseAfterRelease) || finding.State.Uncertain)
        {
            return;
        }

        for (Activation? activation = _context.Activation;
             activation is not null && finding.Resource.Equals(activation.Entry.ResourceOf(finding.Subject));
             activation = activation.Caller.Activation)
        {
            finding.MoveTo(activation.Call.Syntax, NamedFunction(activation));
        }
    }

    private static IMethodSymbol? NamedFunction(Activation activation) =>
        activation.Function.MethodKind == MethodKind.LocalFunction ? activation.Function : null;

    /// <summary>The state behind a function that is left: its variables are gone, and with them what only they named.</summary>
    public void LeaveFunction(FlowState state, Value? returned, ThrownException? thrown)
    {
        Activation activation = _context.Activation!;
        SyntaxNode? exit = thrown?.Place ?? state.Exit;
        _state = state;
        _dead = false;
        if (returned is not null)
        {
            TestAnswers(returned);
        }

        int waiting = _context.Names.IdOf(_context.ReturnedValue);
        for (int i = 0; i < state.Names.Count; i++)
        {
            int id = state.Names.KeyAt(i);
            if (id != waiting && IsOwn(_context.Names[id]))
            {
                _state = _state.WithoutName(id);
                CheckLost(state.Names.ValueAt(i), LeakShape.Exit, exit);
            }
        }

        _state = _state.WithoutName(waiting).WithExit(activation.Entry.Exit, activation.Entry.ReturnPlace);
        if (thrown is null)
        {
            activation.Returns.Add(new Outcome(_state, returned ?? Values.Null));
        }
        else
        {
            activation.Throws.Add((_state, thrown));
        }
    }

    private bool IsOwn(Name name) => name.Symbol switch
    {
        IParameterSymbol { RefKind: not RefKind.None } parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _context.Method) => false,
        ILocalSymbol or IParameterSymbol => NestedFunctions.IsDeclaredIn(name.Symbol, _context.Method),
        null => name.Receiver == Name.NoValue && name.Index == _context.Frame,
        _ => false,
    };

    /// <summary>A call that cannot be followed: whatever the function shares with the body may have changed.</summary>
    private void ForgetCaptures(IMethodSymbol function, IOperation cause)
    {
        ForgetSlotsOf(function);
        foreach (ISymbol variable in _context.Nested.CapturedBy(function))
        {
            if (_state.Names.Find(_context.Names.IdOf(Name.Of(variable))) is { } value)
            {
                Escape(value);
                _state = _state.WithName(_context.Names.IdOf(Name.Of(variable)), Fresh((cause, variable), cause.Syntax, (value as OpaqueValue)?.Type));
            }
        }
    }

    /// <summary>Somebody else has the function from now on: whatever it shares with the body may be kept or released there.</summary>
    private void ExposeCaptures(IMethodSymbol function)
    {
        ForgetSlotsOf(function);
        foreach (ISymbol variable in _context.Nested.CapturedBy(function))
        {
            int mark = _context.Names.IdOf(ExposedName(variable));
            bool isNew = _state.Names.Find(mark) is null;
            _state = _state.WithName(mark, Values.True);
            if (_state.Names.Find(_context.Names.IdOf(Name.Of(variable))) is { } value && (isNew || _state.ResourceOf(value) is { Escaped: false }))
            {
                Escape(value);
            }
        }
    }

    private void ForgetSlotsOf(IMethodSymbol function)
    {
        if (!_context.Slots.IsEmpty && _context.Nested.UsesSelf(function))
        {
            ForgetSlots(_context.Graph.OriginalOperation);
        }
    }

    private static Name ExposedName(ISymbol variable) => new(variable, Name.Exposed, Name.NoValue, default);

    private void ExposeIfFunction(Value value)
    {
        if (value is OpaqueValue opaque && _context.Functions.TryGetValue(opaque.Site, out var known))
        {
            ExposeCaptures(known.Function);
        }
    }
}
