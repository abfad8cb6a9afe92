using System;
using System.Collections.Generic;
using System.Text;

namespace Devmap.Tests.Differential.PageLibrary.Language;

/// <summary>
/// Writes programs as C#, one statement a line: as they are analysed, or with the same lines as they are run, where each
/// statement tells the referee that it comes, and each call what came of it.
/// </summary>
internal sealed class ProgramWriter(bool forRun)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _declared = [];
    private readonly Dictionary<string, int> _answers = [];
    private int _line;
    private int _depth;

    /// <summary>What was written so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The lines that were written so far.</summary>
    public int Lines { get; private set; }

    /// <summary>The lines of one program by itself, as people read it.</summary>
    public static string Print(PageProgram program)
    {
        var writer = new ProgramWriter(forRun: false);
        writer.Write(program, "M");
        return writer.Text;
    }

    public void Raw(string line)
    {
        _text.Append(line).Append('\n');
        Lines++;
    }

    /// <summary>Writes a program as a method; its lines count from 1, the head.</summary>
    public void Write(PageProgram program, string name)
    {
        _line = 0;
        _declared.Clear();
        _answers.Clear();
        Line($"public static void {name}({(forRun ? "Referee referee, " : string.Empty)}{Inputs.Parameters})");
        Write(program.Body);
    }

    private void Write(Block block)
    {
        Line("{");
        _depth++;
        foreach (Node node in block.Nodes)
        {
            Write(node);
        }

        _depth--;
        Line("}");
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case Let let:
                _declared[let.Name] = let.Acquires ? _line + 1 : 0;
                if (let.Watch is "Pinned" or "Answered")
                {
                    _answers[let.Name] = _line + 1;
                }

                Statement($"{let.Type} {let.Name} = {Watched(let)};");
                break;
            case Act act:
                Statement(forRun ? Guarded(act) : act.Text + ";", act.Deed == Deed.TakeUnasked ? act.Subject : null);
                break;
            case If branch:
                Statement($"if ({Tested(branch)})", branch.Test == branch.Subject + ".TryGet()" ? branch.Subject : null);
                Write(branch.Then);
                if (branch.Else is { } otherwise)
                {
                    Line("else");
                    Write(otherwise);
                }

                break;
            case TryFinally attempt:
                Line("try");
                Write(attempt.Body);
                Line("finally");
                Write(attempt.Finally);
                break;
            case Return:
                Statement("return;");
                break;
        }
    }

    private string Watched(Let let) => (forRun ? let.Watch : null) switch
    {
        null => let.Value,
        "Pinned" or "Answered" => $"referee.{let.Watch}({_line + 1}, {let.Subject}, {let.Value})",
        _ => $"referee.{let.Watch}({let.Value})",
    };

    private string Tested(If branch)
    {
        string name = branch.Test.Split(' ')[0];
        return !forRun ? branch.Test
            : _answers.TryGetValue(name, out int line) ? $"referee.Asks({line}) && {branch.Test}"
            : branch.Subject is { } page ? Asked(page, branch.Test)
            : branch.Test;
    }

    private string Asked(string page, string test)
    {
        string asked = test.Contains("RefCount", StringComparison.Ordinal) ? $"referee.TakesForIdle({_line + 1}, {page}, {test})" : test;
        return $"referee.Asks({Declared(page)}, {page}) && {asked}";
    }

    private int Declared(string subject)
    {
        int bracket = subject.IndexOf('[', StringComparison.Ordinal);
        return _declared.GetValueOrDefault(bracket < 0 ? subject : subject[..bracket]);
    }

    // What the runtime refuses is noted, and the program goes on behind it: a stop must not hide what comes later.
    private string Guarded(Act act)
    {
        int line = _line + 1;
        string call = act.Deed switch
        {
            Deed.TakeUnasked => $"referee.Took({line}, {act.Subject}, {act.Text})",
            Deed.Install => $"referee.Installed({line}, {act.Subject}, {act.Text})",
            Deed.InstallFrame => $"referee.FrameInstalled({line}, {act.Subject}, {act.Text})",
            Deed.Remove => $"referee.Removed({line}, {act.Text})",
            _ => act.Text,
        };
        return $"try {{ {call}; }} catch (Exception stop) when (referee.Stopped({line}, Deed.{act.Deed}, {Declared(act.Subject)}, {act.Subject}, stop)) {{ }}";
    }

    /// <param name="text">The statement.</param>
    /// <param name="asked">The page that it asks for a reference; <see langword="null"/>: none.</param>
    private void Statement(string text, string? asked = null) =>
        Line(forRun ? $"referee.At({_line + 1}{(asked is null ? string.Empty : ", " + asked)}); {text}" : text);

    private void Line(string text)
    {
        _line++;
        _text.Append(' ', 4 * (_depth + 1));
        Raw(text);
    }
}
