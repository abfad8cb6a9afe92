using System;
using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The further projects of a test, by name; asking for one creates it.</summary>
public class ProjectCollection : SortedDictionary<string, ProjectState>
{
    private readonly string _defaultLanguage;
    private readonly string _defaultExtension;

    public ProjectCollection(string defaultLanguage, string defaultExtension)
        : base(StringComparer.Ordinal)
    {
        _defaultLanguage = defaultLanguage;
        _defaultExtension = defaultExtension;
    }

    public new ProjectState this[string projectName]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
            {
                project = new ProjectState(projectName, _defaultLanguage, $"/{projectName}/Test", _defaultExtension);
                Add(projectName, project);
            }

            return project;
        }
    }
}
