using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>One argument of a call: its value, and where it stands.</summary>
internal readonly record struct CallArgument(IParameterSymbol? Parameter, Value Value, IOperation Operation)
{
    public bool IsWritten => Parameter?.RefKind is RefKind.Ref or RefKind.Out;
}

/// <summary>A call that is being evaluated: a method, constructor, operator or accessor with its evaluated operands.</summary>
internal sealed class Call
{
    public Call(IOperation operation, ISymbol member, MemberContract contract, Value? receiver, IOperation? receiverOperation, ImmutableArray<CallArgument> arguments)
    {
        Operation = operation;
        Member = member;
        Contract = contract;
        Receiver = receiver;
        ReceiverOperation = receiverOperation;
        Arguments = arguments;
    }

    public IOperation Operation { get; }

    public ISymbol Member { get; }

    public MemberContract Contract { get; }

    public Value? Receiver { get; }

    public IOperation? ReceiverOperation { get; }

    public ImmutableArray<CallArgument> Arguments { get; }

    /// <summary>What the call yields, once that is known; of a creation the new object.</summary>
    public Value? Result { get; set; }

    public SyntaxNode Place => Operation.Syntax;

    public CallArgument? Argument(string parameter)
    {
        foreach (CallArgument argument in Arguments)
        {
            if (argument.Parameter?.Name == parameter)
            {
                return argument;
            }
        }

        return null;
    }
}
