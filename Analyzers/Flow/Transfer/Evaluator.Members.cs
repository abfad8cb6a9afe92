using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Effects on a member (<c>Member = "Data"</c>): what is counted is not the object that comes and goes but one that it
/// carries. Who has the carrier can reach it.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>The object that the effect is about; <see langword="null"/>: it cannot be told, and nothing happens.</summary>
    private Value? TargetOf(Call call, RefEffect effect, Value element, IParameterSymbol? parameter)
    {
        if (effect.Member is not { } path || element is not OpaqueValue)
        {
            return effect.Member is null ? element : null;
        }

        if (CountsMemberForCaller(element))
        {
            return null;
        }

        bool isNew = IsNewCarrier(call, element, parameter);
        Value carrier = element;
        string[] names = path.Split('.');
        for (int i = 0; i < names.Length; i++)
        {
            if (carrier is not OpaqueValue { Type: { } type } || MemberOf(type, names[i]) is not { } member)
            {
                return null;
            }

            bool isCounted = i == names.Length - 1;
            Value part = isCounted && effect.Acquires ? Filled(call, carrier, member, isNew, path) : ReadMember(member, carrier, call.Operation, type: OwnedSlots.TypeOf(member));
            _context.Carriers.Add(carrier.Id);
            carrier = part;
        }

        return carrier;
    }

    // Whoever calls this body is told by its own contract what becomes of the member.
    private bool CountsMemberForCaller(Value element)
    {
        MemberContract own = _context.Contracts.Of(_context.Method);
        ElementContract contract = element == _context.ThisValue ? own.Receiver
            : _context.ParameterOf(element) is { } parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _context.Method) ? own.Parameter(parameter.Ordinal)
            : ElementContract.None;
        foreach (RefEffect effect in contract.Effects)
        {
            if (effect.Member is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the call handed out carries what it acquired; what was there before may have carried it already.</summary>
    private static bool IsNewCarrier(Call call, Value element, IParameterSymbol? parameter) => parameter is null
        ? element != call.Receiver
        : call.Argument(parameter.Name) is { IsWritten: true };

    /// <summary>The member after an acquire: the object that was known there, or the one that the call put there.</summary>
    private Value Filled(Call call, Value carrier, ISymbol member, bool isNew, string path)
    {
        int name = _context.Names.IdOf(Name.Member(member, ReceiverId(carrier, member)));
        if (!isNew && _state.Names.Find(name) is OpaqueValue known && _state.FactsOf(known).Nullness != Nullness.Null)
        {
            return known;
        }

        Provenance provenance = isNew ? Provenance.Owned : ResourceFor(carrier)?.Provenance ?? Provenance.Foreign;
        Value value = Fresh((call.Operation, member), call.Place, OwnedSlots.TypeOf(member), provenance, call.Member);
        _context.SiteOf(value)!.Part = path;
        _state = _state.WithName(name, value);
        return value;
    }

    /// <summary>With the last name of a carrier those of what it carries are gone.</summary>
    private void CheckLostMembers(Value carrier, LeakShape shape, SyntaxNode? exit)
    {
        if (!_context.Carriers.Contains(carrier.Id) || IsNamed(carrier))
        {
            return;
        }

        IntMap<Value> names = _state.Names;
        for (int i = 0; i < names.Count; i++)
        {
            if (_context.Names[names.KeyAt(i)].Receiver == carrier.Id)
            {
                _state = _state.WithoutName(names.KeyAt(i));
                CheckLost(names.ValueAt(i), shape, exit);
            }
        }
    }

    /// <summary>The object that carries the value as a counted member; <see langword="null"/>: none does.</summary>
    private Value? CarrierOf(Value value)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            int receiver = _context.Names[_state.Names.KeyAt(i)].Receiver;
            if (_state.Names.ValueAt(i) == value && _context.Carriers.Contains(receiver))
            {
                return Values[receiver];
            }
        }

        return null;
    }

    private static ISymbol? MemberOf(ITypeSymbol type, string name)
    {
        foreach (ITypeSymbol place in PlacesOf(type))
        {
            foreach (ISymbol member in place.GetMembers(name))
            {
                if (member is IFieldSymbol or IPropertySymbol { Parameters.IsEmpty: true })
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> PlacesOf(ITypeSymbol type)
    {
        for (ITypeSymbol? place = type; place is not null; place = place.BaseType)
        {
            yield return place;
        }

        foreach (ITypeSymbol @interface in type.AllInterfaces)
        {
            yield return @interface;
        }
    }
}
