using System.Linq;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Which way an object goes through an element of a signature.</summary>
internal enum ElementRole
{
    Receiver,

    /// <summary>It goes in.</summary>
    Argument,

    /// <summary>It comes out: a return value, the value of a property, an <c>out</c> parameter.</summary>
    Result,
}

/// <summary>
/// What a base or interface promises of one element, and what an override or implementation says of it. Callers count by
/// the promise: what they are told to hold they must get, what they are not told to give up must not be taken.
/// </summary>
/// <param name="Name">The element, for the middle of a sentence.</param>
/// <param name="Role">Which way the object goes.</param>
/// <param name="Contract">Everything that is promised.</param>
/// <param name="Promised">What is promised of the element.</param>
/// <param name="Own">What is said instead.</param>
internal sealed record ElementPromise(string Name, ElementRole Role, MemberContract Contract, ElementContract Promised, ElementContract Own)
{
    /// <summary>The promise that is not kept; <see langword="null"/>: all are, or it cannot be told.</summary>
    public string? Broken()
    {
        // Nothing written inherits; what holds by convention anything written replaces.
        if (Own.IsNone || Promised.IsAssumed)
        {
            return null;
        }

        return BrokenEffect() ?? SurplusEffect() ?? BrokenOrigin() ?? Demand();
    }

    /// <summary>The callers do not give it up, and they would not be told to take it over.</summary>
    private bool IsLent =>
        Role == ElementRole.Argument && (Promised.IsNone ? Contract.LendsByDefault : Promised.Origin == RefOrigin.Borrowed || Promised.Requires);

    private string? BrokenEffect()
    {
        foreach (RefEffect promised in Promised.Effects)
        {
            string reference = $"{KindOf(promised)}reference on {Name}";
            RefEffect? own = Own.Effects.FirstOrDefault(effect => IsSame(effect, promised) && IsImplied(promised, effect));
            if (own is null)
            {
                string verb = promised.Acquires ? "acquire" : "release";
                return Own.Effects.FirstOrDefault(effect => IsSame(effect, promised)) is { } other
                    ? $"it {verb}s the {reference} only when the answer{AnswerOf(other)} is '{other.When}'"
                    : $"it does not {verb} the {reference}";
            }

            if (promised.Idempotent && !own.Idempotent)
            {
                return $"it takes the {reference} for granted, and the other may find none";
            }

            if (promised.All && !own.All)
            {
                return $"it releases one {reference}, and the other all of them";
            }

            if (own.Of is not null && own.Of != promised.Of)
            {
                return $"it takes the {reference} only from its lender '{own.Of}'";
            }

            if (promised.Keeper is not null && own.Keeper is null)
            {
                return $"it releases the {reference} for good, and the other goes on to keep the object";
            }
        }

        return null;
    }

    private string? SurplusEffect()
    {
        foreach (RefEffect own in Own.Effects)
        {
            if (Promised.Effects.Any(effect => IsSame(effect, own)))
            {
                continue;
            }

            string reference = $"{KindOf(own)}reference on {Name}";
            if (!own.Acquires && IsLent)
            {
                return $"it releases a {reference} that is only lent to the other";
            }

            if (own.Acquires && (IsLent || (Role == ElementRole.Result && Promised.Origin is RefOrigin.Borrowed or RefOrigin.Uncounted)))
            {
                return $"it acquires a {reference} that callers of the other do not know of";
            }
        }

        return null;
    }

    private string? BrokenOrigin()
    {
        if (Promised.AliasOf is { } source && Own.AliasOf != source)
        {
            return $"{Name} need not be the very object of '{source}'";
        }

        if (Role != ElementRole.Result)
        {
            return null;
        }

        return (Promised.Origin, Own.Origin) switch
        {
            (RefOrigin.Borrowed, RefOrigin.Uncounted) => $"nothing keeps {Name}, which from the other is borrowed",
            (RefOrigin.Owned, RefOrigin.Borrowed or RefOrigin.Uncounted) => $"{Name} is not owned by the object, as it is with the other",
            (RefOrigin.Borrowed, RefOrigin.Borrowed) when Promised.BorrowedFrom is null && Own.BorrowedFrom is not null =>
                $"{Name} lives only as long as '{Own.BorrowedFrom}', and from the other for good",
            _ => null,
        };
    }

    private string? Demand()
    {
        bool asks = Promised.Requires || Promised.Origin == RefOrigin.Borrowed || Promised.Effects.Any(static effect => !effect.Acquires);
        if (Own.Requires && !asks && Contract.SaysSomething)
        {
            return $"it requires a reference on {Name}";
        }

        if (Own.RequiresHeld && !Promised.RequiresHeld && asks)
        {
            return $"it requires that the caller itself holds a reference on {Name}";
        }

        if (Own.RequiredKind is { } kind && Promised.Requires && Promised.RequiredKind != kind)
        {
            return $"it requires a '{kind}' reference on {Name}";
        }

        RejectedTrait? refused = Contract.SaysSomething ? Own.Rejects.FirstOrDefault(rejected => !Promised.Rejects.Contains(rejected)) : null;
        return refused is null ? null : $"it refuses '{refused.Trait}' of {Name}";
    }

    private static bool IsSame(RefEffect left, RefEffect right) =>
        left.Acquires == right.Acquires && left.Kind == right.Kind && left.Member == right.Member;

    /// <summary>Whether the effect happens wherever it is promised. Where it happens besides cannot be told to be wrong: the answer may never be that.</summary>
    private static bool IsImplied(RefEffect promised, RefEffect own)
    {
        if (own.IsUnconditional)
        {
            return true;
        }

        if (promised.IsUnconditional || promised.WhenParameter != own.WhenParameter)
        {
            return false;
        }

        return promised.When == own.When || (promised.When, own.When) is
            (RefCondition.Positive, RefCondition.NonZero or RefCondition.NonNegative) or (RefCondition.Zero, RefCondition.NonNegative);
    }

    private static string AnswerOf(RefEffect effect) => effect.WhenParameter is null ? "" : $" in '{effect.WhenParameter}'";

    private static string KindOf(RefEffect effect) => effect.Kind == RefEffect.DefaultKind ? "" : $"'{effect.Kind}' ";
}
