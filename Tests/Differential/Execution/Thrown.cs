using System.Collections.Generic;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>An exception under way. What a callee throws is of a type that is decided when a handler first asks.</summary>
internal sealed class Thrown(ExceptionKind? kind, bool isExplicit)
{
    private readonly List<ExceptionKind> _others = [];
    private ExceptionKind? _kind = kind;

    /// <summary>Thrown by a statement of this body: what is held when it leaves is lost.</summary>
    public bool IsExplicit { get; } = isExplicit;

    public bool Is(ExceptionKind kind, Choices choices)
    {
        if (kind == ExceptionKind.Any)
        {
            return true;
        }

        if (_kind is not null || _others.Contains(kind))
        {
            return _kind == kind;
        }

        if (choices.Take(2) == 0)
        {
            _others.Add(kind);
            return false;
        }

        _kind = kind;
        return true;
    }

    public Thrown Again()
    {
        var again = new Thrown(_kind, isExplicit: true);
        again._others.AddRange(_others);
        return again;
    }
}
