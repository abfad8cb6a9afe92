using System;
using System.Collections.Immutable;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>Methods as they stand in any project: nothing is counted in them, some dispose of something.</summary>
internal static class PlainBodies
{
    /// <summary>A method that never disposes of what it opens.</summary>
    public static string Leak(int i) => $$"""
            public int Length{{i}}(string path)
            {
                var stream = new FileStream(path, FileMode.Open);
                int length = 0;
                while (stream.ReadByte() >= 0)
                {
                    length++;
                }

                return length + {{i}};
            }
        """;

    public static ImmutableArray<Func<int, string>> All { get; } =
    [
        i => $$"""
            public int Sum{{i}}(List<int> numbers, int limit)
            {
                int sum = {{i}};
                foreach (int number in numbers)
                {
                    if (number > limit)
                    {
                        sum += number;
                    }
                    else if (number < 0)
                    {
                        sum -= number;
                    }
                }

                return sum;
            }
        """,
        i => $$"""
            public string Describe{{i}}(Dictionary<string, int> counts, string prefix)
            {
                var text = new StringBuilder(prefix);
                foreach (KeyValuePair<string, int> pair in counts.OrderBy(pair => pair.Key))
                {
                    if (text.Length > 0)
                    {
                        text.Append(", ");
                    }

                    text.Append(pair.Key).Append('=').Append(pair.Value + {{i}});
                }

                return text.ToString();
            }
        """,
        i => $$"""
            public async Task<string> Load{{i}}Async(string path, CancellationToken cancellation)
            {
                using var reader = new StreamReader(path);
                string? line = await reader.ReadLineAsync(cancellation);
                if (line is null || line.Length < {{i}})
                {
                    return string.Empty;
                }

                return line.Trim();
            }
        """,
        i => $$"""
            public bool TryParse{{i}}(string text, out int value)
            {
                value = 0;
                if (string.IsNullOrWhiteSpace(text))
                {
                    return false;
                }

                try
                {
                    value = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + {{i}};
                    return true;
                }
                catch (FormatException)
                {
                    return false;
                }
            }
        """,
        i => $$"""
            private int _state{{i}};

            public int State{{i}}
            {
                get => _state{{i}};
                set
                {
                    if (value == _state{{i}})
                    {
                        return;
                    }

                    _state{{i}} = value;
                    Changed?.Invoke(this, EventArgs.Empty);
                }
            }
        """,
        i => $$"""
            public string Kind{{i}}(object? value) => value switch
            {
                null => "nothing",
                string { Length: > {{i}} } text => text.Substring({{i}}),
                int number when number > 0 => number.ToString(),
                IEnumerable<int> many => many.Count() + " numbers",
                _ => value.GetType().Name,
            };
        """,
        i => $$"""
            public int[] Sort{{i}}(int[] values)
            {
                int[] copy = (int[])values.Clone();
                for (int i = 1; i < copy.Length; i++)
                {
                    int current = copy[i];
                    int j = i - 1;
                    while (j >= 0 && copy[j] > current)
                    {
                        copy[j + 1] = copy[j];
                        j--;
                    }

                    copy[j + 1] = current;
                }

                return copy;
            }
        """,
        i => $$"""
            public byte[] Pack{{i}}(IReadOnlyList<string> lines)
            {
                using (var stream = new MemoryStream())
                using (var writer = new StreamWriter(stream))
                {
                    for (int i = 0; i < lines.Count; i++)
                    {
                        writer.WriteLine(lines[i]);
                    }

                    writer.Flush();
                    return stream.ToArray();
                }
            }
        """,
        i => $$"""
            public List<string> Names{{i}}(IEnumerable<string> names, Func<string, bool> admits)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                return names.Where(name => admits(name) && seen.Add(name)).Select(name => name.ToUpperInvariant()).Take({{i}}).ToList();
            }
        """,
        i => $$"""
            public void Enqueue{{i}}(Queue<Action> queue, Action work)
            {
                lock (queue)
                {
                    if (queue.Count < {{i}})
                    {
                        queue.Enqueue(work);
                        return;
                    }
                }

                throw new InvalidOperationException($"the queue holds {queue.Count} already");
            }
        """,
    ];
}
