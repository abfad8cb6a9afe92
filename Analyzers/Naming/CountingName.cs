using System;
using System.Collections.Generic;

namespace Devmap.Analyzers.Naming;

/// <summary>What the name of a method says that it does to a count.</summary>
/// <param name="Acquires">Whether the caller holds one more afterwards; otherwise it holds one less.</param>
/// <param name="Family">What goes together: what <c>Rent</c> takes, <c>Return</c> gives back.</param>
/// <param name="IsCertain">Whether the name speaks of a count by itself; otherwise only beside its opposite.</param>
internal readonly record struct CountingName(bool Acquires, string Family, bool IsCertain)
{
    private const string References = "ref";

    private static readonly string[] Manners = { "Try", "Dangerous", "Unsafe", "Safe" };

    private static readonly HashSet<string> AcquiringVerbs = new(StringComparer.Ordinal)
    {
        "Add", "Inc", "Increment", "Increase", "Acquire", "Take", "Retain", "Grab",
    };

    private static readonly HashSet<string> ReleasingVerbs = new(StringComparer.Ordinal)
    {
        "Release", "Remove", "Dec", "Decrement", "Decrease", "Drop", "Del", "Put",
    };

    private static readonly string[] Counts =
    {
        "Ref", "Refs", "Reference", "References", "RefCount", "RefCounter", "ReferenceCount", "ReferenceCounter",
    };

    // Words that mean other things as well.
    private static readonly Dictionary<string, CountingName> Words = new(StringComparer.Ordinal)
    {
        ["Retain"] = new(true, References, false),
        ["Acquire"] = new(true, References, false),
        ["Grab"] = new(true, References, false),
        ["Ref"] = new(true, References, false),
        ["Release"] = new(false, References, false),
        ["Drop"] = new(false, References, false),
        ["Unref"] = new(false, References, false),
        ["UnRef"] = new(false, References, false),
        ["Get"] = new(true, "get", false),
        ["Put"] = new(false, "get", false),
        ["Pin"] = new(true, "pin", false),
        ["Unpin"] = new(false, "pin", false),
        ["Rent"] = new(true, "rent", false),
        ["Return"] = new(false, "rent", false),
    };

    /// <summary>The kind of reference, as a clause names it; nothing where it need not be named.</summary>
    public string KindOption => Family is "pin" or "rent" ? $" kind={Family}" : "";

    /// <returns><see langword="null"/>: the name says nothing of a count.</returns>
    public static CountingName? Of(string name)
    {
        string plain = WithoutManner(name);
        if (Words.TryGetValue(plain, out CountingName word))
        {
            return word;
        }

        foreach (string counted in Counts)
        {
            if (plain.EndsWith(counted, StringComparison.Ordinal))
            {
                string verb = plain.Substring(0, plain.Length - counted.Length);
                bool acquires = AcquiringVerbs.Contains(verb);
                if (acquires || ReleasingVerbs.Contains(verb))
                {
                    return new CountingName(acquires, References, true);
                }
            }
        }

        return null;
    }

    private static string WithoutManner(string name)
    {
        foreach (string manner in Manners)
        {
            if (name.Length > manner.Length && name.StartsWith(manner, StringComparison.Ordinal) && char.IsUpper(name[manner.Length]))
            {
                name = name.Substring(manner.Length);
                break;
            }
        }

        const string Async = "Async";
        return name.EndsWith(Async, StringComparison.Ordinal) ? name.Substring(0, name.Length - Async.Length) : name;
    }
}
