using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Inference;

/// <summary>
/// Tells a method and everything that it calls, callees first. A chain of helpers may be longer than a stack is deep, so
/// that the walk keeps its own; circles are found as Tarjan does (SIAM Journal on Computing, 1972).
/// </summary>
internal sealed class CallGraphWalk
{
    private readonly InferredContracts _contracts;
    private readonly Dictionary<IMethodSymbol, Frame> _frames = new(SymbolEqualityComparer.Default);
    private readonly Stack<Frame> _path = new();
    private readonly Stack<Frame> _open = new();

    public CallGraphWalk(InferredContracts contracts) => _contracts = contracts;

    public void Run(IMethodSymbol root, CancellationToken cancellation)
    {
        Enter(root, cancellation);
        while (_path.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Frame frame = _path.Peek();
            if (frame.NextCallee() is { } callee)
            {
                Follow(frame, callee, cancellation);
                continue;
            }

            _path.Pop();
            if (_path.Count > 0)
            {
                Frame caller = _path.Peek();
                caller.Lowest = Math.Min(caller.Lowest, frame.Lowest);
            }

            if (frame.Lowest == frame.Number)
            {
                Close(frame, cancellation);
            }
        }
    }

    private void Follow(Frame caller, IMethodSymbol callee, CancellationToken cancellation)
    {
        if (_frames.TryGetValue(callee, out Frame? met))
        {
            if (met.IsOpen)
            {
                caller.Lowest = Math.Min(caller.Lowest, met.Number);
                caller.CallsItself |= met == caller;
            }
        }
        else if (!_contracts.IsKnown(callee))
        {
            Enter(callee, cancellation);
        }
    }

    private void Enter(IMethodSymbol method, CancellationToken cancellation)
    {
        var frame = new Frame(method, _contracts.BodyOf(method, cancellation), _frames.Count);
        _frames.Add(method, frame);
        _path.Push(frame);
        _open.Push(frame);
    }

    /// <summary>The method and those that call each other with it: one alone is told, a circle is not.</summary>
    private void Close(Frame root, CancellationToken cancellation)
    {
        bool isCircle = _open.Peek() != root || root.CallsItself;
        Frame frame;
        do
        {
            frame = _open.Pop();
            frame.IsOpen = false;
            if (isCircle || frame.Body is null)
            {
                _contracts.GiveUp(frame.Method);
            }
            else
            {
                _contracts.Tell(frame.Method, frame.Body, cancellation);
            }

            frame.Forget();
        }
        while (frame != root);
    }

    /// <summary>One method on the way.</summary>
    private sealed class Frame
    {
        private int _next;

        public Frame(IMethodSymbol method, MethodBody? body, int number)
        {
            Method = method;
            Body = body;
            Number = number;
            Lowest = number;
        }

        public IMethodSymbol Method { get; }

        public MethodBody? Body { get; private set; }

        public int Number { get; }

        /// <summary>The first method of the walk that this one leads back to.</summary>
        public int Lowest { get; set; }

        public bool CallsItself { get; set; }

        public bool IsOpen { get; set; } = true;

        public IMethodSymbol? NextCallee() => Body is not null && _next < Body.Callees.Count ? Body.Callees[_next++] : null;

        // A graph is large; a walk may come by thousands.
        public void Forget() => Body = null;
    }
}
