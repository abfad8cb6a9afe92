using System;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Reads the arguments of a contract attribute by name: a property, or the constructor parameter of that name in any
/// casing. An attribute declared in source may have only some of them.
/// </summary>
internal sealed class AttributeArguments : ContractArguments
{
    private readonly AttributeData _attribute;

    public AttributeArguments(AttributeData attribute)
    {
        _attribute = attribute;
        IsMalformed = attribute.AttributeConstructor is null;
    }

    public override string Text(string name, string absent)
    {
        if (!TryFind(name, out var argument))
            return absent;

        return TextOf(argument) ?? Fail(absent);
    }

    public override string? TextOrNull(string name, string? absent = null)
    {
        if (!TryFind(name, out var argument))
            return absent;

        if (argument.Kind != TypedConstantKind.Error && argument.IsNull)
            return null;

        return TextOf(argument) ?? Fail(absent);
    }

    /// <summary>The first constructor argument, whatever the parameter is called.</summary>
    public override string Trait()
    {
        if (_attribute.ConstructorArguments is { Length: > 0 } arguments)
            return TextOf(arguments[0]) ?? Fail("");

        var trait = Text("Trait", "");
        return trait.Length > 0 ? trait : Fail(trait);
    }

    public override bool Flag(string name, bool absent = false)
    {
        if (!TryFind(name, out var argument))
            return absent;

        return argument is { Kind: TypedConstantKind.Primitive, Value: bool value } ? value : Fail(absent);
    }

    /// <summary>A condition: by the name of the enum member or of the text, by value where there is no name.</summary>
    public override RefCondition Condition(string name)
    {
        if (!TryFind(name, out var argument))
            return RefCondition.Always;

        RefCondition? condition = null;
        if (argument.Kind == TypedConstantKind.Enum)
        {
            condition = ConditionOfMember(argument, out var isNamed);
            if (!isNamed)
                condition = BitsOf(argument) is { } value ? RefConditions.OfValue(value) : null;
        }
        else if (argument.Kind == TypedConstantKind.Primitive)
        {
            condition = argument.Value is string text ? RefConditions.OfName(text)
                : argument.Value is not bool && BitsOf(argument) is { } value ? RefConditions.OfValue(value)
                : null;
        }

        return condition ?? Fail(RefCondition.Always);
    }

    public override long? Bits(string name)
    {
        if (!TryFind(name, out var argument) || (argument.Kind != TypedConstantKind.Error && argument.IsNull))
            return null;

        return BitsOf(argument) ?? Fail<long?>(null);
    }

    private static RefCondition? ConditionOfMember(TypedConstant argument, out bool isNamed)
    {
        isNamed = false;
        foreach (var member in argument.Type!.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true } field || !Equals(field.ConstantValue, argument.Value))
                continue;

            isNamed = true;
            if (RefConditions.OfName(field.Name) is { } condition)
                return condition;
        }

        return null;
    }

    private static string? TextOf(TypedConstant argument) =>
        argument is { Kind: TypedConstantKind.Primitive, Value: string { Length: > 0 } text } ? text : null;

    private static long? BitsOf(TypedConstant argument)
    {
        if (argument.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum))
            return null;

        return argument.Value switch
        {
            bool value => value ? 1 : 0,
            sbyte value => value,
            byte value => value,
            short value => value,
            ushort value => value,
            int value => value,
            uint value => value,
            long value => value,
            ulong value => unchecked((long)value),
            _ => null,
        };
    }

    private bool TryFind(string name, out TypedConstant argument)
    {
        foreach (var named in _attribute.NamedArguments)
        {
            if (named.Key == name)
            {
                argument = named.Value;
                return true;
            }
        }

        if (_attribute.AttributeConstructor is { } constructor)
        {
            var arguments = _attribute.ConstructorArguments;
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Ordinal < arguments.Length && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    argument = arguments[parameter.Ordinal];
                    return true;
                }
            }
        }

        argument = default;
        return false;
    }
}
