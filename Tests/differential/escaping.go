// Renders `before{{.}}after` by Go's html/template, one JSON line for each line it reads.
package main

import (
	"bufio"
	"encoding/json"
	"html/template"
	"os"
	"strings"
)

type question struct {
	ID     int    `json:"id"`
	Before string `json:"before"`
	Value  string `json:"value"`
	After  string `json:"after"`
}

type answer struct {
	ID     int    `json:"id"`
	Output string `json:"output"`
	Error  string `json:"error,omitempty"`
}

func render(asked question) answer {
	parsed, err := template.New("case").Parse(asked.Before + "{{.}}" + asked.After)
	if err != nil {
		return answer{ID: asked.ID, Error: err.Error()}
	}
	var output strings.Builder
	if err := parsed.Execute(&output, asked.Value); err != nil {
		return answer{ID: asked.ID, Error: err.Error()}
	}
	return answer{ID: asked.ID, Output: output.String()}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		if err := answers.Encode(render(asked)); err != nil {
			panic(err)
		}
	}
}
